//! English words of reported speech.

use crate::split::language::speech::{SpeechWords, Uses};

/// Verbs that take the words themselves; irregular forms after the slash.
const SAY: &str = "say/says/said/saying add/adds/added/adding write/writes/wrote/written/writing \
    explain argue claim insist note acknowledge announce assert concede conclude confirm \
    contend declare reply/replies/replied/replying respond observe recall remark reiterate \
    reveal stress suggest tweet retort joke boast quip \
    exclaim emphasize emphasise admit/admits/admitted/admitting allege testify/testifies/testified/testifying \
    disclose lament proclaim recount deny/denies/denied/denying predict vow pledge warn \
    answer mutter whisper shout yell cry/cries/cried/crying murmur muse sigh scold remember \
    hint opine recommend propose \
    counter chide sneer scoff plead gripe complain blog clarify/clarifies/clarified/clarifying \
    speculate theorize affirm avow venture elaborate \
    interject ";

/// Verbs with the addressee first.
const TELL: &str = "tell/tells/told/telling ask inform remind assure promise persuade convince \
    notify/notifies/notified/notifying advise teach/teaches/taught/teaching";

/// Verbs of thinking, knowing and finding out.
const THINK: &str = "believe think/thinks/thought/thinking know/knows/knew/knowing feel/feels/felt/feeling \
    hope expect fear worry/worries/worried/worrying doubt suspect wonder assume guess realize realise \
    understand/understands/understood/understanding estimate decide agree imagine \
    recognize recognise anticipate calculate project forecast/forecasts/forecast/forecasting \
    foresee/foresees/foresaw/foreseen/foreseeing conclude reckon presume intend \
    plan/plans/planned/planning want/wants/wanted/wanting wish \
    prefer/prefers/preferred/preferring desire seek/seeks/sought/seeking";

/// Verbs that report only where `that`, a question word or a quotation follows.
const WITH_THAT: &str = "see/sees/saw/seen/seeing hear/hears/heard/hearing find/finds/found/finding \
    learn show/shows/showed/shown/showing hold/holds/held/holding determine discover notice \
    figure consider forget/forgets/forgot/forgotten/forgetting state know/known \
    dream indicate imply/implies/implied/implying read/reads/read/reading rule mean/means/meant/meaning \
    signal reason calculate deem check/checks/checked/checking require mention stipulate point \
    continue post comment caution specify/specifies/specified/specifying \
    maintain repeat demonstrate prove/proves/proved/proven/proving ensure";

/// Verbs that take a position or ask for something.
const STANCE: &str = "support oppose criticize criticise accuse blame praise condemn denounce \
    call urge demand reject endorse back defend question dismiss blast slam/slams/slammed/slamming \
    mock ridicule cite describe order rule request refuse decline threaten \
    offer/offers/offered/offering welcome applaud hail decry/decries/decried/decrying lambast lambaste \
    favor favour advocate push express dispute \
    appeal agree apologize apologise warn regret/regrets/regretted/regretting \
    vow pledge promise encourage tout label liken portray \
    characterize characterise reference \
    argue bash rail bemoan deride admonish rebuke \
    berate chastise scold jeer grill disagree insist agree \
    disapprove protest complain \
    propose suggest admire respect resent ";

/// Nouns that name an utterance or an attitude.
const NOUN: &str = "claim claims statement statements assertion assertions argument allegation \
    allegations accusation accusations belief suggestion suggestions remark remarks announcement \
    comment comments warning warnings prediction predictions promise promises pledge vow \
    insistence contention admission revelation revelations concern concerns fear fears hope hopes \
    view opinion assessment conclusion finding findings notion idea call calls demand demands \
    request requests proposal proposals plea plan plans complaint complaints criticism question questions \
    report reports rumor rumors speculation news sign signs indication evidence assurance \
    acknowledgment reminder decision order ruling support opposition attack attacks";

const EITHER: &str = "claim claims state note notes remark remarks report reports tweet tweets \
    joke comment comments post posts vow pledge answer answers shout cry cries show shows point points reason \
    reasons promise promises hope hopes fear fears worry worries doubt doubts guess estimate estimates dream notice \
    project projects forecast forecasts plan plans wish desire support supports blame praise call calls demand demands \
    back question questions attack attacks ridicule order orders rule rules request requests welcome hail favor favour \
    advocate push address detail details challenge challenges dispute disputes appeal appeals reference highlight \
    signal talk talks rebuke press probe debate debates object objects protest protests campaign campaigns vote votes \
    respect trust offer offers like love hate read reading following backed label study figure figures thought \
    feeling findings states finding meaning understanding understanding writing saying speaking opening \
    advice counter counters address addresses slight tout blast found known led seen lobby like \
    cite regrets suspect suspects warrant";

/// The words and what they can do.
pub(crate) fn words() -> SpeechWords {
    let mut words = SpeechWords::default();
    verbs(&mut words, Uses::SAY, SAY);
    words.add(
        Uses::SAY,
        "reports reported notes noted stated continued repeated commented cautioned posted \
         maintained reasoned mentioned read reads",
    );
    words.add(
        Uses::SAY | Uses::PARTICIPLE,
        "reporting noting stating commenting cautioning",
    );
    verbs(&mut words, Uses::TELL, TELL);
    verbs(&mut words, Uses::THINK, THINK);
    verbs(&mut words, Uses::THINK | Uses::WITH_THAT, WITH_THAT);
    verbs(&mut words, Uses::STANCE, STANCE);
    words.add(
        Uses::NAMED_THING,
        "titled entitled dubbed headlined nicknamed film films movie movies book books novel novels song songs \
         album albums single show shows series documentary magazine newspaper program programme \
         episode play musical opera poem essay column article memoir bestseller band podcast",
    );
    words.add(
        Uses::UTTERANCE,
        "slogan slogans chant chants chanting motto words reading placard sign signs quote quotes",
    );
    words.add(Uses::NOUN, NOUN);
    words.add(Uses::EITHER, EITHER);
    words.add(
        Uses::AUXILIARY,
        "has have had having is are was were be been being will would can could may might must shall should do does \
         did not never n't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't \
         cannot couldn't shouldn't don't doesn't didn't 's 've 'd 'll 're to seems seemed appears \
         appeared",
    );
    words.add(
        Uses::ADVERB,
        "also later again already often once then now still just even only both all ever always \
         first soon recently further too so far long simply instead",
    );
    words.add(
        Uses::DETERMINER,
        "the a an his her its their our my your this these those some many most several any each \
         every no another both all few more other such one two three four five six seven eight \
         nine ten dozens hundreds thousands",
    );
    words.add(Uses::PRONOUN, "i you it we they there everyone someone anyone nobody everybody somebody many most some others neither both all few these those what");
    words.add(Uses::PRONOUN | Uses::HE, "he");
    words.add(Uses::PRONOUN | Uses::SHE, "she");
    words.add(Uses::RELATIVE, "who which whom");
    words.add(Uses::THAT, "that");
    words.add(Uses::CONJUNCTION, "and but or yet nor");
    words.add(
        Uses::SUBORDINATOR,
        "because while when after before since until unless although though as if once where \
         whereas so than whenever despite whose",
    );
    words.add(
        Uses::PREPOSITION,
        "in on at to of for with by from about during after before since through against under \
         over into between among via across around near without within outside inside like upon \
         toward towards amid despite including",
    );
    words.add(
        Uses::TIME,
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight \
         january february march april june july august september october november december jan \
         feb aug sept oct nov dec earlier later recently morning afternoon evening night week month \
         year weeks months years ago weekend days day",
    );
    words.add(Uses::WHETHER, "whether how why what if where when who");
    words.add(Uses::SOURCE, "according per");
    words.add(
        Uses::TITLE,
        "dr dr. sen sen. rep rep. gov gov. president prof prof. professor secretary senator judge \
         gen gen. lt lt. col col. capt capt. sgt sgt. mayor governor chief director spokesman \
         spokeswoman spokesperson chairman chairwoman attorney minister king queen pope",
    );
    words.add(Uses::TITLE | Uses::HE, "mr mr. sir lord");
    words.add(Uses::TITLE | Uses::SHE, "mrs mrs. ms ms. miss lady");
    words
}

/// Adds verbs with all their forms; `a/b/c` lists them where they are irregular.
fn verbs(words: &mut SpeechWords, uses: Uses, table: &str) {
    for entry in table.split_whitespace() {
        let forms: Vec<String> = if entry.contains('/') {
            entry.split('/').map(str::to_owned).collect()
        } else {
            regular(entry)
        };
        for form in forms {
            let more = if form.ends_with("ing") {
                uses | Uses::PARTICIPLE
            } else {
                uses
            };
            words.add(more, &form);
        }
    }
}

/// The forms of a regular verb.
fn regular(base: &str) -> Vec<String> {
    let third = if base.ends_with(['s', 'x']) || base.ends_with("sh") || base.ends_with("ch") {
        format!("{base}es")
    } else {
        format!("{base}s")
    };
    let stem = base.strip_suffix('e').unwrap_or(base);
    vec![
        base.to_owned(),
        third,
        format!("{stem}ed"),
        format!("{stem}ing"),
    ]
}
