package jumin.bench;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** 各种住院费用单，同一种子永远相同。Every branch of the law is taken by some: caps reached, deductible not reached, ceilings, class C, tilt. */
public final class Claims {

    private static final long SEED = 360_900;

    /** Of 20 lines of a hospital's bill: 9 drugs, 5 services, 3 consumables, 2 facilities, 1 negotiated drug. */
    private static final int[] USUAL = {0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 1, 1, 1, 3, 3, 5};

    private Claims() {}

    public static Claim[] of(int count, int items) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var claims = new Claim[count];
        for (int i = 0; i < count; i++) {
            claims[i] = claim(random, items);
        }
        return claims;
    }

    private static Claim claim(RandomGenerator random, int items) {
        var classes = new int[items];
        var kinds = new int[items];
        var amounts = new long[items];
        var over = new long[items];
        long scale = random.nextInt(10) == 0 ? 200_000_00L : random.nextInt(4) == 0 ? 3_000_00L : 30_000_00L;
        for (int i = 0; i < items; i++) {
            int dice = random.nextInt(10);
            classes[i] = dice < 5 ? 0 : dice < 9 ? 1 : 2;
            kinds[i] = USUAL[random.nextInt(USUAL.length)];
            amounts[i] = 1 + random.nextLong(2 * scale / items);
            over[i] = random.nextInt(5) == 0 ? amounts[i] / 5 : 0;
        }
        var admission = LocalDate.of(2024, 3, 1).plusDays(random.nextInt(200));
        var year = new Claim.Year(
                random.nextInt(3) == 0 ? random.nextLong(100_000_00L) : 0,
                random.nextInt(3) == 0 ? random.nextLong(60_000_00L) : 0,
                random.nextInt(10) == 0 ? random.nextLong(250_000_00L) : 0);
        return new Claim(
                random.nextInt(3),
                random.nextInt(3) == 0,
                admission,
                admission.plusDays(1 + random.nextInt(20)),
                35_000_00L,
                year,
                classes,
                kinds,
                amounts,
                over);
    }
}
