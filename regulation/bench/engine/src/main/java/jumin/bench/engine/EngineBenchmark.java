package jumin.bench.engine;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jumin.bench.Claim;
import jumin.bench.Claims;
import jumin.bench.Limit;
import jumin.regulation.settlement.Received;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.settlement.SettlementFacts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 极限与本项目的引擎。Each call takes the next of many claims, so that no branch is learnt by heart. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineBenchmark {

    static final int CLAIMS = 1024;

    @Param({"30", "300"})
    public int items;

    private final Limit limit = new Limit();
    private final NamedLimit namedLimit = new NamedLimit();
    private Claim[] claims;
    private SettlementFacts[] facts;
    private Received[] received;
    private int next;

    @Setup
    public void prepare() {
        claims = Claims.of(CLAIMS, items);
        facts = Stream.of(claims).map(Ours::facts).toArray(SettlementFacts[]::new);
        received = Stream.of(facts).map(Ours::receive).toArray(Received[]::new);
    }

    @Benchmark
    public long limit() {
        return limit.settle(claims[next++ & CLAIMS - 1]);
    }

    /** The limit from the named facts. */
    @Benchmark
    public long limitFromNames() {
        return namedLimit.settle(facts[next++ & CLAIMS - 1].facts());
    }

    /** From numbers, as the limit. */
    @Benchmark
    public SettlementDecision jumin() {
        return received[next++ & CLAIMS - 1].adjudicate();
    }

    /** From the named facts that a service hands over. */
    @Benchmark
    public SettlementDecision juminFromNames() {
        return Ours.settle(facts[next++ & CLAIMS - 1]);
    }
}
