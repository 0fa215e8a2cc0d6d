package jumin.demo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jumin.demo.input.Villager;

/** 青石村: thirteen households with a part in the story, nine more from a fixed seed. */
final class Village {

    static final long SEED = 20240101L;
    private static final String SCHOOL = "XX36090201";
    private static final List<String> SURNAMES = List.of("邓", "熊", "聂", "潘", "卢", "龙", "曾", "冷", "辛");
    private static final String MEN = "明华军平建勇强林峰辉波涛";
    private static final String WOMEN = "芳英丽霞梅娟燕红秀琴玲娥";
    private static final int[] SIZES = {4, 4, 4, 4, 4, 3, 3, 4, 3};

    private Village() {}

    static List<Villager> people() {
        var people = new ArrayList<Villager>();
        cast().forEach(family -> people.addAll(family.members()));
        others().forEach(family -> people.addAll(family.members()));
        return List.copyOf(people);
    }

    private static List<Family> cast() {
        return List.of(
                Family.number(1)
                        .man("户主", "李守田", "1966-04-12")
                        .woman("配偶", "何秀英", "1968-09-03")
                        .man("子", "李小军", "1995-07-21"),
                Family.number(2).man("户主", "周满生", "1949-11-08"),
                Family.number(3)
                        .man("户主", "刘志远", "1994-02-17")
                        .woman("配偶", "谢婷", "1996-06-30")
                        .woman("女", "刘安然", "2024-01-02")
                        .woman("母亲", "汤桂花", "1969-12-05"),
                Family.number(4)
                        .man("户主", "彭国强", "1979-03-05")
                        .woman("配偶", "易小玲", "1981-10-26")
                        .woman("女", "彭雨欣", "2010-05-14")
                        .pupilOf(SCHOOL),
                Family.number(5).man("户主", "胡春生", "1964-01-01").woman("配偶", "张月娥", "1966-08-19"),
                Family.number(6)
                        .man("户主", "袁大勇", "1988-01-23")
                        .woman("配偶", "阿依古丽·买买提", "1990-04-09")
                        .nation("维吾尔族")
                        .man("子", "袁浩", "2015-09-12"),
                Family.number(7)
                        .man("户主", "黄㼆", "1985-12-01")
                        .woman("配偶", "万春兰", "1986-05-28")
                        .woman("女", "黄诗涵", "2012-03-16"),
                Family.number(8)
                        .man("户主", "易𠮷", "1972-07-07")
                        .woman("配偶", "陈细妹", "1974-02-11")
                        .man("父亲", "易水根", "1947-10-30"),
                Family.number(9).woman("户主", "钟招娣", "1952-06-18"),
                Family.number(10).man("户主", "晏建国", "1957-09-27").woman("配偶", "徐冬莲", "1959-11-15"),
                Family.number(11)
                        .man("户主", "欧阳明", "1983-08-08")
                        .woman("配偶", "简红", "1984-04-20")
                        .man("子", "欧阳子轩", "2011-12-24"),
                Family.number(12)
                        .woman("户主", "谢兰花", "1975-05-02")
                        .man("配偶", "吴贵生", "1973-01-19")
                        .man("子", "吴凯", "2000-10-06"),
                Family.number(13).man("户主", "罗建平", "1990-03-29").woman("配偶", "朱艳", "1992-12-13"));
    }

    private static List<Family> others() {
        var random = new Random(SEED);
        var families = new ArrayList<Family>();
        for (int i = 0; i < SIZES.length; i++) {
            families.add(ordinary(14 + i, SURNAMES.get(i), SIZES[i], random));
        }
        return families;
    }

    private static Family ordinary(int number, String surname, int size, Random random) {
        int born = 1970 + random.nextInt(18);
        var family = Family.number(number)
                .member("户主", surname + given(MEN, random), day(born, random), true)
                .member(
                        "配偶",
                        SURNAMES.get(random.nextInt(SURNAMES.size())) + given(WOMEN, random),
                        day(born + 2, random),
                        false);
        for (int child = 2; child < size; child++) {
            boolean son = random.nextBoolean();
            var name = surname + given(son ? MEN : WOMEN, random);
            family.member(son ? "子" : "女", name, day(born + 22 + child * 3, random), son);
        }
        return family;
    }

    private static String given(String characters, Random random) {
        var first = characters.charAt(random.nextInt(characters.length()));
        return random.nextInt(3) == 0
                ? String.valueOf(first)
                : first + "" + characters.charAt(random.nextInt(characters.length()));
    }

    private static LocalDate day(int year, Random random) {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
    }
}
