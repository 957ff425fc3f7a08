/// Where a study writes a published value otherwise than the list of published figures does: the list's wording and the study's.
///
/// All others are the same, letter by letter. "About", "nearly" and "more than" of the documents are amounts in the studies
/// (`~30`, `<100`, `>150`), multiples are written out (`16` million is `16000000`), and a value for each of several parts is a list.
let wordings: [String: (listed: String, study: String)] = [
  "PF007": ("30", "~30"),
  "PF019": ("2600+", ">2600"),
  "PF027": ("4", "~4"),
  "PF039": ("50000", "~50000"),
  "PF045": ("top 3", "1..3"),
  "PF048": ("2020-03-09/2020-03-16", "9; 16"),  // dates, against day of March 2020
  "PF054": ("150+", ">150"),
  "PF056": ("170+", ">170"),
  "PF057": ("30", "~30"),
  "PF062": ("16", "16+"),
  "PF063": ("26", "26+"),
  "PF077": ("2000+", ">2000"),
  "PF119": ("100+", ">100"),
  "PF120": ("nearly 100", "<100"),
  "PF121": ("20+", ">20"),
  "PF123": ("80", "80+"),
  "PF127": ("1000000", "~1000000"),
  "PF128": ("50000", "~50000"),
  "PF129": ("13000+", ">13000"),
  "PF134": ("50000", "~50000"),
  "PF137": ("16", "16000000"),  // USD m, against USD
  "PF207": ("80", "~80"),
  "PF219": ("2007-2009", "2007..2009"),
  "PF260": ("10:1", "10"),
  "PF262": ("11:1", "11"),
  "PF263": ("12:1", "12"),
  "PF275": ("40", "~40"),
  "PF277": ("half", "1/2"),
  "PF285": ("3", "<3"),
  "PF303": ("4", "4; 4"),
  "PF304": ("3", "3; 3; 3"),
  "PF430": ("25000-27000", "25000..27000"),
  "PF431": ("50", "50000000"),  // GBP m, against GBP
  "PF439": ("30", "30; 30"),
  "PF451": ("15-20", "15..20"),
  "PF462": ("2-3", "2..3"),
]
