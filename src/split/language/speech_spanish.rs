//! Spanish words of reported speech.

use crate::split::language::speech::{SpeechWords, Uses};

/// Verbs that take the words themselves.
const SAY: &str = "dice dicen dijo dijeron decía decían dicho decir diciendo afirma afirman afirmó afirmaron \
    afirmaba afirmado afirmar afirmando asegura aseguran aseguró aseguraron aseguraba asegurado asegurando \
    señala señalan señaló señalaron señalado señalando explica explican explicó explicaron explicado explicando indica \
    indican indicó indicaron indicado indicando añade añaden añadió añadieron añadiendo agrega agregó \
    agregaron agregando declara declaran declaró declararon declarado declarando manifiesta manifestó manifestaron \
    manifestado sostiene sostienen sostuvo sostuvieron sostenía apunta apuntó apuntaron destaca destacan destacó \
    destacaron destacado subraya subrayó subrayaron anuncia anunció anunciaron anunciado anunciando informa informan informó \
    informaron informado comenta comentó comentaron comentado considera consideran consideró consideraba recuerda \
    recordó recordaron reconoce reconoció reconocieron reconocido admite admitió admitieron confirma confirmó \
    confirmaron confirmado niega negó negaron advierte advirtió advirtieron responde respondió respondieron contesta \
    contestó insiste insistió insistieron reitera reiteró concluye concluyó precisa precisó precisaron cuenta \
    contó contaron cuentan escribe escribió escribieron revela reveló revelaron expresa expresó expresaron \
    denuncia denunció denunciaron exige exigió pide pidió pidieron promete prometió prometieron propone propuso \
    lamenta lamentó critica criticó criticaron acusa acusó alega alegó aclara aclaró opina opinó opinan \
    relata relató matiza matizó exclamó exclama murmuró gritó preguntó pregunta asevera aseveró";

/// Verbs of thinking and finding out.
const THINK: &str = "cree creen creyó creía creían creer piensa piensan pensó pensaba sabe saben sabía supo espera \
    esperan esperaba teme temen temía duda dudan dudaba estima estiman estimó quiere quieren quería \
    demuestra demostró demostraron muestra mostró mostraron descubrió descubre descubrieron decidió decide \
    entiende entendió supone suponía imagina ve vio vieron siente sintió busca decir digan diga";

/// The words and what they can do.
pub(crate) fn words() -> SpeechWords {
    let mut words = SpeechWords::default();
    words.add(Uses::SAY, SAY);
    words.add(Uses::THINK | Uses::WITH_THAT, THINK);
    words.add(
        Uses::NOUN,
        "afirmación declaración idea opinión creencia temor promesa anuncio acusación advertencia",
    );
    words.add(
        Uses::AUXILIARY,
        "ha han había habían he hemos es son era eran fue fueron será ser haber no se le les lo puede \
         pueden debe deben va van me nos te",
    );
    words.add(
        Uses::ADVERB,
        "también ya aún todavía siempre después luego entonces además incluso así más muy sólo solo",
    );
    words.add(
        Uses::DETERMINER,
        "el la los las un una unos unas su sus este esta estos estas ese esa del al mi mis nuestro \
         nuestra varios algunos muchos ambos dos tres",
    );
    words.add(Uses::PRONOUN, "yo nosotros ustedes ellos quien");
    words.add(Uses::PRONOUN | Uses::HE, "él");
    words.add(Uses::PRONOUN | Uses::SHE, "ella ellas");
    words.add(Uses::RELATIVE, "quien quienes cual cuales");
    words.add(Uses::THAT, "que");
    words.add(Uses::CONJUNCTION, "y e pero o u sino");
    words.add(
        Uses::SUBORDINATOR,
        "porque cuando mientras aunque como si donde antes pues",
    );
    words.add(
        Uses::PREPOSITION,
        "a en de con por para sobre contra desde hasta entre durante tras ante sin hacia",
    );
    words.add(
        Uses::TIME,
        "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana enero febrero marzo \
         abril mayo junio julio agosto septiembre octubre noviembre diciembre tarde noche",
    );
    words.add(Uses::WHETHER, "si cómo cuándo cuánto cuál qué");
    words.add(Uses::SOURCE, "según");
    words.add(Uses::TITLE | Uses::HE, "señor sr. don");
    words.add(Uses::TITLE | Uses::SHE, "señora sra. doña");
    words
}
