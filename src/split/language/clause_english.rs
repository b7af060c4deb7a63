//! English words that show where one clause ends and what it is, in lower case.

use crate::split::cue::Cue;

/// The rows of the table: what words tell, and the words; `_` is a space.
pub(in crate::split) const CUES: &[(Cue, &str)] = &[
    (
        Cue::Connective,
        "and but or so yet nor however moreover furthermore meanwhile therefore thus nevertheless
         nonetheless besides instead in_addition in_fact for_example for_instance of_course
         as_a_result on_the_other_hand at_the_same_time hence accordingly likewise similarly
         additionally consequently finally indeed still also plus because although though
         even_though while whereas whilst",
    ),
    (
        Cue::Coordinator,
        "and but or so yet nor then and_then but_then",
    ),
    (
        Cue::Reason,
        "while whereas whilst although though even_though despite considering even_as",
    ),
    (
        Cue::Besides,
        "with compared_to compared_with up_from down_from",
    ),
    (
        Cue::Relative,
        "who which whose whom where during_which in_which of_which of_whom",
    ),
    (
        Cue::Shield,
        "including according_to according following regarding concerning during excluding
         depending starting beginning ranging meaning being pending barring morning evening
         nothing something anything everything king thing ring spring string wing sing bring
         hundred need seed feed speed breed shed sacred kindred hatred naked indeed so-called
         so_far so_much so_many as_well_as and/or more_or_less or_so if_so as_well in_may
         last_may this_may of_may since_may by_may until_may",
    ),
    (
        Cue::Saying,
        "said says say saying told tells tell telling added adds announced announces wrote writes
         claimed claims argued argues stated states warned warns insisted insists denied denies
         reported reports acknowledged acknowledges admitted admits noted notes explained
         explains suggested suggests believes believe believed thinks think thought asked asks
         accused accuses accusing criticized criticizes urged called calls demanded demands
         promised promises vowed confirmed confirms revealed reveals replied responded
         tweeted testified alleged alleges concluded concludes according_to estimates estimated
         expects expected predicted predicts described describes praised condemned blamed slammed
         trashing trashed mocked attacked rubbished hailed comment comments remark remarks claim
         statement argument warning accusation allegation allegations accusations suggestion
         testimony letter survey poll",
    ),
    (
        Cue::Predicate,
        "is are was were am be been has have had do does did will would can could may might must
         shall should isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't
         wouldn't can't couldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t
         didn’t won’t wouldn’t can’t couldn’t he's she's it's he’s she’s it’s
         said says say told tells wrote writes went goes came comes made makes took takes got gets
         gave gives found finds knew knows thought thinks became becomes began begins left leaves
         kept keeps held holds brought brings led leads met meets paid pays put puts read reads ran
         runs saw sees sold sells sent sends set sets shot shows showed sat sits slept spoke speaks
         spent spends stood stands stole stuck swept swore taught teaches tore threw throws
         understood woke won wins wore withdrew broke breaks built builds bought buys caught
         catches chose chooses cost costs cut cuts dealt drew draws drove drives ate fell falls
         felt feels fought fights flew flies forgot froze grew grows heard hears hid hit hits hurt
         laid lay lent let lets lost loses rose rises rang sang sank shook struck shut swam
         quit spread split bid bled bore beat beats bent bound fed fled forbade forgave lit meant
         means overcame oversaw proved rode sought sued swung undertook upheld won
         wants needs works lives plays serves includes contains remains seems appears provides
         requires allows continues follows offers represents causes creates faces hopes helps
         involves marks opens receives refuses rejects replaces sends supports suffers turns uses
         owns runs lies exists depends consists accounts stems hails owes employs operates
         links connects describes explains argues carries covers produces manages believes
         announces approves arrives asks attends confirms criticizes criticises decides declares
         defends denies develops enters expects fails identifies improves indicates insists
         intends introduces joins maintains occurs prefers prevents prepares proposes protects
         publishes recommends reduces refers reflects reveals suggests tends admits agrees
         applies belongs buries clings combines complains considers delivers demonstrates differs
         enables ensures establishes exceeds extends generates governs happens imposes informs
         invests invites learns listens loves obtains opposes overlooks possesses praises
         pretends prohibits promotes pursues resembles resides resigns resists retains returns
         seeks sings specializes specialises travels warns weighs welcomes",
    ),
    (
        Cue::Forecast,
        "may might could would likely unlikely will_likely is_expected_to are_expected_to
         is_likely_to are_likely_to is_set_to looks_set_to is_poised_to bound_to",
    ),
    (
        Cue::Evaluation,
        "obviously clearly undoubtedly unfortunately fortunately sadly regrettably thankfully
         hopefully arguably in_my_opinion in_our_view i_think i_believe i_feel we_believe_that
         needless_to_say it_is_hard_to it's_hard_to no_doubt frankly ironically tragically
         should_be_ashamed must_not ought_to should_have it_is_time it's_time deserves
         the_truth_is to_be_fair let's_face_it make_no_mistake as_if whoever disgraceful
         ridiculous absurd outrageous shameful hypocrisy hypocritical",
    ),
    (
        Cue::Weak,
        "should must ought seems seem appears_to seemingly",
    ),
    (
        Cue::Appeal,
        "subscribe sign_up click_here read_more follow_us share_this please donate
         download_our join_us contact_us watch_the_video watch_below see_below listen_to
         like_us all_rights_reserved",
    ),
    (
        Cue::Byline,
        "by photo_by image_by photograph_by written_by edited_by reporting_by posted_by
         compiled_by editing_by source image photo copyright updated published filed_under related
         advertisement",
    ),
    (
        Cue::Trend,
        "rose rise rises risen rising fell fall falls fallen falling increase increased increases
         increasing decrease decreased decreases decline declined declines declining grew grow
         grows grown growing growth dropped drop drops climbed climb climbs surged surge soared
         soar plunged plunge slumped slump jumped jump doubled tripled shrank shrinking expanded
         slowed slowing gained widened narrowed worsened improved improving recovery
         changed change changes revised sliding slid tumbled spiked steadily revision revisions",
    ),
    (
        Cue::Comparison,
        "more_than less_than fewer_than most least largest biggest smallest highest lowest best
         worst first only higher_than lower_than larger_than greater_than compared than
         unprecedented record leading_by ahead_of top oldest youngest longest fastest second
         third unlike twice double equal never_before",
    ),
    (
        Cue::Cause,
        "because because_of due_to led_to leads_to caused causes cause result resulted resulting
         thanks_to as_a_result prompted prompting triggered sparked after_the owing_to forced
         forcing contributed_to blamed in_response so_that therefore following_the given_the
         drove driven",
    ),
    (
        Cue::Relation,
        "part_of member_of members_of owned owns owner located based_in based headquartered
         subsidiary of_the_family brother sister father mother son daughter wife husband ties
         tied belongs affiliated linked consists includes include included contains born_in
         between capital city state town founded_by headed_by relationship closed mentions",
    ),
    (
        Cue::Role,
        "president vice_president minister secretary senator sen. gov. governor mayor chairman
         chairwoman chair chief director spokesman spokeswoman spokesperson officer official
         officials professor ceo executive editor analyst author journalist reporter leader
         congressman congresswoman representative rep. ambassador general judge attorney lawyer
         candidate nominee founder co-founder head former manager coach captain king queen
         prince princess emir aide adviser advisor economist scientist researcher expert
         delegate commissioner sheriff police justice speaker deputy press_secretary
         running_mate prime_minister cabinet fellow owner partner",
    ),
    (
        Cue::Share,
        "half most_of majority minority two-thirds one-third a_third a_quarter three-quarters
         one_in share_of out_of proportion more_than_half nearly_all",
    ),
    (
        Cue::Event,
        "signed announced launched held met resigned died killed arrested elected appointed
         defeated won lost voted visited attacked released published issued filed sued charged
         convicted fired hired joined opened closed began started ended hosted campaigned
         reopened ordered approved rejected passed married born endorsed delivered drafted
         donated arrived came went hit swept struggled appeared spoke travelled traveled founded
         sold bought acquired merged served",
    ),
    (
        Cue::Guess,
        "probably perhaps possibly presumably surely maybe",
    ),
    (Cue::Preposition, "of to into than by from for"),
];
