package jumin.claims.settlement;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** 结算编号（内部），UUID version 7: made by us, in order of time. */
public record SettlementId(UUID value) {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public static SettlementId next(Clock clock) {
        var random = ThreadLocalRandom.current();
        var high = clock.millis() << 16 | VERSION_7 | random.nextLong() & 0xFFFL;
        var low = VARIANT | random.nextLong() >>> 2;
        return new SettlementId(new UUID(high, low));
    }

    public static SettlementId fromString(String text) {
        return new SettlementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
