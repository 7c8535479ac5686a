//! What something is said to be, as far as it has come: the words have the gender and the number of what
//! they are said of, and no rule gives them back without taking a library (مكتبة) for an office (مكتب). A
//! line a word, as in [`super::table`].

pub(super) const WORDS: &str = "
متأخر متأخرة متأخرات متأخرون متأخرين
متفق متفقة
متروك متروكة
مستبدل مستبدلة
مستمر مستمرة
مسحوب مسحوبة
مطلوب مطلوبة
معارض معارضة معارضون معارضين
معتمد معتمدة
معلق معلقة
معين معينة
مغلق مغلقة
مفتوح مفتوحة
مقبول مقبولة
مقترح مقترحة مقترحات
مكتمل مكتملة
مكلف مكلفة
ملغى ملغاة
منتخب منتخبة
منجز منجزة
منفذ منفذة
مؤيد مؤيدة مؤيدون مؤيدين
محايد محايدة
مرفوض مرفوضة
مرسل مرسلة
معدل معدلة
";
