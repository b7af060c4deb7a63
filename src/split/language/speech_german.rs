//! German words of reported speech.

use crate::split::language::speech::{SpeechWords, Uses};

/// Verbs that take the words themselves.
const SAY: &str = "sagt sagte sagten sagen gesagt sagend erklärt erklärte erklärten erklären betont betonte betonten \
    betonen meint meinte meinten meinen äußert äußerte äußerten äußern geäußert berichtet berichtete \
    berichteten berichten antwortet antwortete antworteten erwidert erwiderte ergänzt ergänzte \
    ergänzten ergänzen fügte fügt fügten hinzu schreibt schrieb schrieben schreiben geschrieben \
    behauptet behauptete behaupteten behaupten kündigt kündigte kündigten angekündigt kritisiert \
    kritisierte kritisierten kritisieren bemerkt bemerkte bemerkten unterstreicht unterstrich \
    unterstrichen bestätigt bestätigte bestätigten bestätigen bestreitet bestritt bestritten dementiert \
    dementierte dementierten verkündet verkündete verkündeten teilt teilte teilten mitgeteilt mitteilte mitteilten gibt gab \
    gaben räumt räumte räumten eingeräumt stellt stellte stellten weist wies wiesen verweist verwies verwiesen warnt \
    warnte warnten warnen gewarnt versichert versicherte versicherten beteuert beteuerte beteuerten \
    klagt klagte klagten beklagt beklagte beklagten lobt lobte lobten zitiert zitierte zitierten kommentiert \
    kommentierte kommentierten spricht sprach sprachen gesprochen nennt nannte nannten \
    bezeichnet bezeichnete bezeichneten begründet begründete begründeten argumentiert \
    argumentierte argumentierten fordert forderte forderten fordern gefordert verlangt verlangte verlangten plädiert \
    plädierte plädierten appelliert appellierte rief ruft riefen mahnt mahnte mahnten droht drohte drohten verspricht versprach \
    versprachen meldet meldete meldeten melden gemeldet wirft warf warfen beschuldigt beschuldigte führt führte führten \
    führte wiederholt wiederholte präzisiert präzisierte formuliert formulierte formulierten erläutert erläuterte \
    erläuterten resümiert resümierte konstatiert konstatierte vermeldet vermeldete twittert twitterte \
    prognostiziert prognostizierte verteidigt verteidigte verteidigten gesteht gestand gestanden gratulierte \
    entgegnet entgegnete entgegneten kontert konterte konterten scherzt scherzte urteilt urteilte urteilten \
    vermutet vermutete vermuteten zeigt zeigte zeigten zeigen rügt rügte rügten bedauert bedauerte bedauerten \
    begrüßt begrüßte begrüßten bekräftigt bekräftigte bekräftigten empfiehlt empfahl empfahlen bat baten \
    fragt fragte fragten wertet wertete werteten bewertet bewertete bilanziert bilanzierte skandierten riefen \
    titelt titelte verlautbarte verlautete attestiert attestierte verurteilt verurteilte verurteilten";

/// Verbs of thinking and finding out.
const THINK: &str = "glaubt glaubte glaubten glauben denkt dachte dachten hofft hoffte hofften hoffen erwartet \
    erwartete erwarteten erwarten befürchtet befürchtete befürchteten befürchten fürchtet fürchtete \
    findet fand fanden hält hielt hielten sieht sah sahen weiß wusste wussten rechnet rechnete rechneten \
    geht ging gingen schätzt schätzte schätzten ermittelt ermittelte stellte feststellte feststellten \
    entschied entschieden beschloss beschlossen bezweifelt bezweifelte bezweifelten zweifelt zweifelte \
    überzeugt meinen annimmt nimmt nahm nahmen will wollen wollte wollten plant plante planten \
    beabsichtigt beabsichtigte lehnt lehnte lehnten ablehnte unterstützt unterstützte unterstützten";

/// The words and what they can do.
pub(crate) fn words() -> SpeechWords {
    let mut words = SpeechWords::default();
    words.comma_opens_clause = true;
    words.fragments_are_quotations = true;
    words.nouns_are_capital = true;
    words.add(Uses::SAY, SAY);
    words.add(
        Uses::TELL,
        "informiert informierte informierten erinnert erinnerte",
    );
    words.add(Uses::THINK | Uses::WITH_THAT, THINK);
    words.add(
        Uses::SAY | Uses::WITH_THAT,
        "heißt hieß lautet lautete lauteten",
    );
    words.add(
        Uses::NAMED_THING,
        "titel titels lied lieds song songs motto magazin magazins zeitung tageszeitung wochenzeitung \
         zeitschrift fachmagazin fachmagazins fachzeitschrift zeitungen partei parteien projekt projekts projektes name namens namen \
         bezeichnung film films filme buch buchs buches roman romans album albums preis preises single stück \
         serie sendung reihe band gruppe firma unternehmen nachrichtenagentur agentur website \
         webseite internetseite portal programm programms schiff schiffs oper theaterstück gedicht \
         spiel organisation verein vereins stiftung initiative hotel restaurant begriff begriffs wort wortes \
         sogenannte sogenannten sogenannter so-genannte so-genannten raumschiff sonde satellit blog zeitschriften \
         spiels computerspiel nachrichtenmagazin nachrichtenmagazins internetdienst internetdienstes klasse typ typs modell modells \
         operation aktion kampagne bündnis wettbewerb ausstellung festival konferenz rubrik artikel liste grundsatz prädikat prädikats stamm stamms magazines musical \
         bereich englisch engl. etwa",
    );
    words.add(
        Uses::NOUN,
        "behauptung aussage vorwurf ansicht meinung auffassung erklärung forderung befürchtung hoffnung \
         begründung kritik warnung hinweis überzeugung einschätzung",
    );
    words.add(
        Uses::AUXILIARY,
        "hat haben hatte hatten habe ist sind war waren wurde wurden werden wird würde kann können \
         konnte konnten soll sollen sollte sollten muss müssen musste mussten darf dürfen sich nicht",
    );
    words.add(
        Uses::ADVERB,
        "auch noch wieder schon bereits nur sogar selbst weiter weiterhin zudem dagegen jedoch aber \
         dabei dazu darauf daraufhin anschließend später zuvor ferner außerdem allerdings hingegen \
         ebenfalls unterdessen inzwischen deutlich wörtlich ausdrücklich mehrfach erneut nun jetzt \
         damals einst abschließend zugleich gleichzeitig deshalb daher",
    );
    words.add(
        Uses::DETERMINER,
        "der die das den dem des ein eine einer eines einem einen sein seine seiner seinem seinen ihr \
         ihre ihrer ihrem ihren dieser diese dieses diesem diesen viele einige mehrere beide alle kein \
         keine unser unsere mein meine zwei drei vier fünf",
    );
    words.add(Uses::PRONOUN, "ich du wir es man dieser");
    words.add(Uses::PRONOUN | Uses::HE, "er");
    words.add(Uses::PRONOUN | Uses::SHE, "sie");
    words.add(Uses::THAT, "dass daß");
    words.add(Uses::CONJUNCTION, "und oder sondern denn doch sowie");
    words.add(
        Uses::SUBORDINATOR,
        "weil während nachdem bevor obwohl wenn als falls seit damit indem sobald solange wo wie wobei",
    );
    words.add(
        Uses::PREPOSITION,
        "in im an am auf aus bei beim mit nach von vom zu zum zur für gegen über um unter vor zwischen \
         durch ohne seit gegenüber wegen trotz ins ans während anlässlich angesichts",
    );
    words.add(
        Uses::TIME,
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute gestern morgen \
         januar februar märz april mai juni juli august september oktober november dezember abend \
         vormittag nachmittag mittag nacht woche monat jahr",
    );
    words.add(Uses::WHETHER, "ob warum wieso weshalb");
    words.add(Uses::SOURCE, "laut nach gemäß");
    words.add(Uses::SOURCE_BEHIND, "zufolge");
    words.add(Uses::SAY | Uses::SPEAKER_FOLLOWS, "so");
    words.add(
        Uses::UTTERANCE,
        "angaben angabe aussage aussagen ansicht meinung auffassung worten informationen bericht berichten medienberichten \
         einschätzung auskunft mitteilung darstellung überzeugung schätzungen",
    );
    words.add(
        Uses::REPORTED_MOOD,
        "sei seien habe werde könne müsse solle dürfe wolle würden hätten wäre wären",
    );
    words.add(Uses::AS, "als");
    words.add(
        Uses::UTTERANCE,
        "parole parolen spruch sprüche sprüchen slogan slogans zitat zitate satz worte ruf rufe antwort frage",
    );
    words.add(Uses::TITLE | Uses::HE, "herr");
    words.add(Uses::TITLE | Uses::SHE, "frau");
    words
}
