package jumin.regulation.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("引文里的数，文件怎样写都认得；没有写的不算")
class WrittenNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "起付标准为1.5万元|15000|true",
                "起付标准为0.5万元|5000|true",
                "起付标准为1.4万元|14000|true",
                "起付标准为15,000元|15000|true",
                "起付标准为15，000元|15000|true",
                "起付标准为１５０００元|15000|true",
                "起付标准为一万五千元|15000|true",
                "起付标准为1万5千元|15000|true",
                "起付标准为1万5000元|15000|true",
                "最高支付十万元|100000|true",
                "最高支付二十万零五百元|200500|true",
                "最高支付1亿元|100000000|true",
                "最高支付3千元|3000|true",
                "一级300，600，900元|600|true",
                "一级1，200元|1200|true",
                "一级 二级 100 400 600|400|true",
                "每年两次|2|true",
                "第三次住院|3|true",
                "不超过3个|3|true",
                "累计超过15000元|15000|true",
                "起付标准为1.5万元|1.5|false",
                "起付标准为1.5万元|1500|false",
                "起付标准为15,000元|15|false",
                "起付标准为15，000元|15|false",
                "起付标准为10万元|10|false",
                "支付60%|60|false",
                "支付六成|6|false",
                "一般诊疗费|1|false",
                "起付标准为一万五千元|10000|false",
                "起付标准为1万5千元|5000|false",
            })
    void amounts(String quote, String number, boolean stands) {
        assertEquals(stands, WrittenNumbers.in(quote).amounts(ChineseNumber.decimal(number)), quote);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "支付百分之六十|60|true",
                "支付百分之六十点五|60.5|true",
                "支付六成|60|true",
                "支付六成五|65|true",
                "支付6折|60|true",
                "支付八五折|85|true",
                "提取千分之五|0.5|true",
                "提取5‰|0.5|true",
                "全额支付|100|true",
                "支付一半|50|true",
                "起付标准减半|50|true",
                "支付８０%|80|true",
                "支付80％|80|true",
                "提高5个百分点|5|true",
                "提高五个百分点|5|true",
                "支付62.5%|62.5|true",
                "支付百分之六十|6|false",
                "支付六成五|60|false",
                "由三人组成|30|false",
                "支付60元|60|false",
                "支付162%|62|false",
                "支付2.5%|5|false",
            })
    void percentages(String quote, String number, boolean stands) {
        assertEquals(stands, WrittenNumbers.in(quote).percents(ChineseNumber.decimal(number)), quote);
    }
}
