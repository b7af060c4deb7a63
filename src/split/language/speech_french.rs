//! French words of reported speech.

use crate::split::language::speech::{SpeechWords, Uses};

/// Verbs that take the words themselves.
const SAY: &str = "dit disent disait disaient dire disant déclare déclarent déclarait déclaré déclarer déclarant \
    affirme affirment affirmait affirmaient affirmé affirmer affirmant explique expliquent expliquait \
    expliqué expliquer expliquant ajoute ajoutent ajoutait ajouté ajoutant assure assurent assurait assuré assurer \
    annonce annoncent annonçait annoncé annoncer annonçant précise précisent précisait précisé précisant souligne \
    soulignent soulignait souligné soulignant indique indiquent indiquait indiqué indiquant estime estiment estimait estimé \
    estimant rappelle rappellent rappelait rappelé rappelant raconte racontent racontait raconté écrit écrivent écrivait \
    écrivant répond répondent répondait répondu répète répétait répété soutient soutiennent soutenait \
    soutenu prétend prétendent prétendait prétendu confirme confirment confirmait confirmé reconnaît \
    reconnaissent reconnaissait reconnu admet admettent admettait admis avoue avouait avoué conclut concluait \
    conclu note notent notait noté remarque remarquait remarqué constate constatent constatait constaté \
    révèle révèlent révélait révélé insiste insistent insistait insisté nie nient niait nié lance lançait \
    lancé poursuit poursuivait poursuivi rapporte rapportent rapportait rapporté signale signalait signalé \
    considère considèrent considérait considéré juge jugent jugeait jugé dénonce dénoncent dénonçait dénoncé \
    regrette regrettent regrettait regretté confie confiait confié s'exclame s'écrie résume résumait résumé commente \
    commentait commenté proclame proclamait proclamé propose proposait proposé suggère suggérait suggéré \
    avertit avertissait averti prévient prévenait prévenu promet promettait promis jure jurait juré martèle martelait \
    tonne renchérit témoigne témoignait témoigné plaisante ironise déplore déploré réclame réclamait réclamé";

/// Verbs of thinking and finding out.
const THINK: &str = "pense pensent pensait pensaient pensé croit croient croyait croyaient cru sait savent savait \
    espère espèrent espérait espéré craint craignent craignait doute doutait trouve trouvait trouvé veut \
    veulent voulait souhaite souhaitait souhaité comprend comprenait compris montre montrent montrait montré apprend \
    appris découvre découvrait découvert prouve démontre décide décidé demande demandent demandait demandé suppose \
    supposait imagine voit vu";

/// The words and what they can do.
pub(crate) fn words() -> SpeechWords {
    let mut words = SpeechWords::default();
    words.add(Uses::SAY, SAY);
    words.add(Uses::THINK | Uses::WITH_THAT, THINK);
    words.add(
        Uses::NOUN,
        "idée affirmation déclaration crainte espoir opinion avis promesse annonce accusation conviction",
    );
    words.add(
        Uses::AUXILIARY,
        "a ont avait avaient ai est sont était étaient sera avoir être ne n' pas n’ peut peuvent doit doivent \
         fait va vont s' se s’",
    );
    words.add(
        Uses::ADVERB,
        "aussi encore toujours déjà ensuite alors puis également notamment ainsi souvent bien même \
         pourtant cependant enfin plus très t",
    );
    words.add(
        Uses::DETERMINER,
        "le la les l' l’ un une des du de d' d’ son sa ses leur leurs ce cet cette ces notre nos mon ma mes plusieurs \
         certains quelques deux trois",
    );
    words.add(Uses::PRONOUN, "je nous vous on ils je j' j’ c' c’ ce cela");
    words.add(Uses::PRONOUN | Uses::HE, "il");
    words.add(Uses::PRONOUN | Uses::SHE, "elle elles");
    words.add(Uses::RELATIVE, "qui lequel laquelle");
    words.add(Uses::THAT, "que qu' qu’");
    words.add(Uses::CONJUNCTION, "et mais ou donc or");
    words.add(
        Uses::SUBORDINATOR,
        "parce quand lorsque lorsqu' lorsqu’ comme si puisque tandis dont où avant après",
    );
    words.add(
        Uses::PREPOSITION,
        "à en dans sur avec pour par contre vers chez entre sous depuis lors au aux devant durant pendant",
    );
    words.add(
        Uses::TIME,
        "lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd'hui janvier février \
         mars avril mai juin juillet août septembre octobre novembre décembre matin soir",
    );
    words.add(Uses::WHETHER, "si pourquoi comment combien");
    words.add(Uses::SOURCE, "selon d'après suivant");
    words.add(Uses::TITLE | Uses::HE, "m. monsieur");
    words.add(Uses::TITLE | Uses::SHE, "mme madame mlle");
    words
}
