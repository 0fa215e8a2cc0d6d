package jumin.demo.input;

/**
 * 人物表: who plays which part, by identity number; the numbers stand in the roster too.
 *
 * @param patient 低保对象, the patient of the fifth chapter
 * @param hardship 特困人员 living alone
 * @param both 低保 and 特困 in one list: 就高
 * @param renamed written with another character in the list of civil affairs
 * @param stranger in the list of civil affairs, in no roster
 * @param urbanElder 城镇低收入家庭, 60 on the first day of the year
 * @param newborn born in the benefit year, registered within 90 days
 * @param pupil 在校学生
 * @param dotted a name with the middle dot
 * @param rare a name with 㼆
 * @param rarer a name with 𠮷, beyond the basic plane
 * @param misspelt wrong row: the check digit does not hold
 * @param numberless wrong row: no identity number at all; the name tells who
 * @param payingShort pays less than the levy
 * @param payingTwice pays the levy two times
 * @param payingLate pays after the collection window
 * @param unknownPayer the bureau booked a payment under a number that nobody has
 */
public record Cast(
        String patient,
        String hardship,
        String both,
        String renamed,
        String stranger,
        String urbanElder,
        String newborn,
        String pupil,
        String dotted,
        String rare,
        String rarer,
        String misspelt,
        String numberless,
        String payingShort,
        String payingTwice,
        String payingLate,
        String unknownPayer) {}
