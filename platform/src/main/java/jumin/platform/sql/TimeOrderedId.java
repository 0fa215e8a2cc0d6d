package jumin.platform.sql;

import java.security.SecureRandom;
import java.util.UUID;

/** UUIDv7: technical ids that sort by the machine's time, so that indexes grow at their end. Not a business date. */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedId() {}

    public static UUID next() {
        var high = (System.currentTimeMillis() << 16) | VERSION_7 | RANDOM.nextInt(1 << 12);
        var low = VARIANT | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
