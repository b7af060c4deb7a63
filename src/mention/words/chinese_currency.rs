//! Chinese names of currencies beyond the few that news names every day
//! (ISO 4217), in simplified characters.

use crate::mention::words::Meaning;

pub(super) const NAMES: &[(&str, Meaning)] = &[
    ("瑞典克朗", Meaning::Currency("Swedish krona", "SEK")),
    ("丹麦克朗", Meaning::Currency("Danish krone", "DKK")),
    ("挪威克朗", Meaning::Currency("Norwegian krone", "NOK")),
    ("冰岛克朗", Meaning::Currency("Icelandic króna", "ISK")),
    ("捷克克朗", Meaning::Currency("Czech koruna", "CZK")),
    ("克朗", Meaning::Currency("Krone", "")),
    (
        "新西兰元|纽西兰元|纽币|新西兰币",
        Meaning::Currency("New Zealand dollar", "NZD"),
    ),
    (
        "加拿大元|加拿大币",
        Meaning::Currency("Canadian dollar", "CAD"),
    ),
    (
        "澳大利亚元|澳洲元",
        Meaning::Currency("Australian dollar", "AUD"),
    ),
    ("日币", Meaning::Currency("Japanese yen", "JPY")),
    ("韩币|韩国元", Meaning::Currency("South Korean won", "KRW")),
    (
        "朝鲜元|朝鲜圆",
        Meaning::Currency("North Korean won", "KPW"),
    ),
    (
        "块人民币|块钱人民币",
        Meaning::Currency("Chinese yuan", "CNY"),
    ),
    (
        "块台币|块新台币",
        Meaning::Currency("New Taiwan dollar", "TWD"),
    ),
    (
        "元港币|块港币|元港元",
        Meaning::Currency("Hong Kong dollar", "HKD"),
    ),
    (
        "元美金|块美金",
        Meaning::Currency("United States dollar", "USD"),
    ),
    ("元日币", Meaning::Currency("Japanese yen", "JPY")),
    (
        "菲律宾比索|菲律宾披索|菲币",
        Meaning::Currency("Philippine peso", "PHP"),
    ),
    (
        "墨西哥比索|墨西哥披索",
        Meaning::Currency("Mexican peso", "MXN"),
    ),
    (
        "阿根廷比索|阿根廷披索",
        Meaning::Currency("Argentine peso", "ARS"),
    ),
    (
        "智利比索|智利披索",
        Meaning::Currency("Chilean peso", "CLP"),
    ),
    (
        "哥伦比亚比索|哥伦比亚披索",
        Meaning::Currency("Colombian peso", "COP"),
    ),
    ("古巴比索|古巴披索", Meaning::Currency("Cuban peso", "CUP")),
    ("乌拉圭比索", Meaning::Currency("Uruguayan peso", "UYU")),
    ("披索", Meaning::Currency("Peso", "")),
    (
        "印尼盾|印度尼西亚盾|印尼卢比",
        Meaning::Currency("Indonesian rupiah", "IDR"),
    ),
    ("印度卢比", Meaning::Currency("Indian rupee", "INR")),
    ("巴基斯坦卢比", Meaning::Currency("Pakistani rupee", "PKR")),
    ("斯里兰卡卢比", Meaning::Currency("Sri Lankan rupee", "LKR")),
    ("尼泊尔卢比", Meaning::Currency("Nepalese rupee", "NPR")),
    ("毛里求斯卢比", Meaning::Currency("Mauritian rupee", "MUR")),
    (
        "孟加拉塔卡|塔卡",
        Meaning::Currency("Bangladeshi taka", "BDT"),
    ),
    (
        "马来西亚林吉特|马来西亚令吉|马币",
        Meaning::Currency("Malaysian ringgit", "MYR"),
    ),
    ("缅甸元|缅元|缅币", Meaning::Currency("Myanmar kyat", "MMK")),
    (
        "柬埔寨瑞尔|瑞尔",
        Meaning::Currency("Cambodian riel", "KHR"),
    ),
    ("老挝基普|基普", Meaning::Currency("Lao kip", "LAK")),
    (
        "蒙古图格里克|图格里克",
        Meaning::Currency("Mongolian tögrög", "MNT"),
    ),
    (
        "哈萨克斯坦坚戈|坚戈",
        Meaning::Currency("Kazakhstani tenge", "KZT"),
    ),
    (
        "阿联酋迪拉姆|迪拉姆",
        Meaning::Currency("United Arab Emirates dirham", "AED"),
    ),
    ("摩洛哥迪拉姆", Meaning::Currency("Moroccan dirham", "MAD")),
    (
        "沙特里亚尔|沙乌地里亚尔|沙特阿拉伯里亚尔",
        Meaning::Currency("Saudi riyal", "SAR"),
    ),
    ("卡塔尔里亚尔", Meaning::Currency("Qatari riyal", "QAR")),
    ("也门里亚尔", Meaning::Currency("Yemeni rial", "YER")),
    ("阿曼里亚尔", Meaning::Currency("Omani rial", "OMR")),
    ("伊朗里亚尔", Meaning::Currency("Iranian rial", "IRR")),
    ("里亚尔", Meaning::Currency("Riyal", "")),
    (
        "以色列新谢克尔|以色列谢克尔|新谢克尔|谢克尔",
        Meaning::Currency("Israeli new shekel", "ILS"),
    ),
    ("科威特第纳尔", Meaning::Currency("Kuwaiti dinar", "KWD")),
    ("伊拉克第纳尔", Meaning::Currency("Iraqi dinar", "IQD")),
    ("约旦第纳尔", Meaning::Currency("Jordanian dinar", "JOD")),
    ("巴林第纳尔", Meaning::Currency("Bahraini dinar", "BHD")),
    ("塞尔维亚第纳尔", Meaning::Currency("Serbian dinar", "RSD")),
    (
        "阿尔及利亚第纳尔",
        Meaning::Currency("Algerian dinar", "DZD"),
    ),
    ("突尼斯第纳尔", Meaning::Currency("Tunisian dinar", "TND")),
    ("利比亚第纳尔", Meaning::Currency("Libyan dinar", "LYD")),
    ("第纳尔", Meaning::Currency("Dinar", "")),
    ("埃及镑", Meaning::Currency("Egyptian pound", "EGP")),
    ("黎巴嫩镑", Meaning::Currency("Lebanese pound", "LBP")),
    ("叙利亚镑", Meaning::Currency("Syrian pound", "SYP")),
    ("苏丹镑", Meaning::Currency("Sudanese pound", "SDG")),
    ("爱尔兰镑", Meaning::Currency("Irish pound", "")),
    ("土耳其里拉", Meaning::Currency("Turkish lira", "TRY")),
    ("意大利里拉", Meaning::Currency("Italian lira", "")),
    (
        "南非兰特|兰特",
        Meaning::Currency("South African rand", "ZAR"),
    ),
    (
        "巴西雷亚尔|雷亚尔|巴西里尔",
        Meaning::Currency("Brazilian real", "BRL"),
    ),
    (
        "波兰兹罗提|兹罗提",
        Meaning::Currency("Polish złoty", "PLN"),
    ),
    (
        "匈牙利福林|福林",
        Meaning::Currency("Hungarian forint", "HUF"),
    ),
    (
        "罗马尼亚列伊|列伊",
        Meaning::Currency("Romanian leu", "RON"),
    ),
    (
        "保加利亚列弗|列弗",
        Meaning::Currency("Bulgarian lev", "BGN"),
    ),
    (
        "乌克兰格里夫纳|格里夫纳",
        Meaning::Currency("Ukrainian hryvnia", "UAH"),
    ),
    (
        "俄罗斯卢布|俄国卢布",
        Meaning::Currency("Russian ruble", "RUB"),
    ),
    ("白俄罗斯卢布", Meaning::Currency("Belarusian ruble", "BYN")),
    ("格鲁吉亚拉里", Meaning::Currency("Georgian lari", "GEL")),
    ("尼日利亚奈拉", Meaning::Currency("Nigerian naira", "NGN")),
    ("肯尼亚先令", Meaning::Currency("Kenyan shilling", "KES")),
    ("乌干达先令", Meaning::Currency("Ugandan shilling", "UGX")),
    (
        "坦桑尼亚先令",
        Meaning::Currency("Tanzanian shilling", "TZS"),
    ),
    ("奥地利先令", Meaning::Currency("Austrian schilling", "")),
    ("先令", Meaning::Currency("Shilling", "")),
    ("埃塞俄比亚比尔", Meaning::Currency("Ethiopian birr", "ETB")),
    ("加纳塞地", Meaning::Currency("Ghanaian cedi", "GHS")),
    ("赞比亚克瓦查", Meaning::Currency("Zambian kwacha", "ZMW")),
    ("安哥拉宽扎", Meaning::Currency("Angolan kwanza", "AOA")),
    ("津巴布韦元", Meaning::Currency("Zimbabwean dollar", "")),
    (
        "委内瑞拉玻利瓦尔",
        Meaning::Currency("Venezuelan bolívar", "VES"),
    ),
    (
        "秘鲁新索尔|秘鲁索尔|新索尔",
        Meaning::Currency("Peruvian sol", "PEN"),
    ),
    ("阿富汗尼", Meaning::Currency("Afghan afghani", "AFN")),
    ("文莱元", Meaning::Currency("Brunei dollar", "BND")),
    ("斐济元", Meaning::Currency("Fijian dollar", "FJD")),
    ("牙买加元", Meaning::Currency("Jamaican dollar", "JMD")),
    ("德国马克", Meaning::Currency("German mark", "")),
    ("芬兰马克", Meaning::Currency("Finnish markka", "")),
    ("法国法郎", Meaning::Currency("French franc", "")),
    ("比利时法郎", Meaning::Currency("Belgian franc", "")),
    ("卢森堡法郎", Meaning::Currency("Luxembourg franc", "")),
    ("荷兰盾", Meaning::Currency("Netherlands guilder", "")),
    (
        "西班牙比塞塔|比塞塔",
        Meaning::Currency("Spanish peseta", ""),
    ),
    ("葡萄牙埃斯库多", Meaning::Currency("Portuguese escudo", "")),
    (
        "希腊德拉克马|德拉克马",
        Meaning::Currency("Greek drachma", ""),
    ),
];
