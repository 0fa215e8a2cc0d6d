package jumin.bench.engine;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jumin.bench.Amounts;
import jumin.bench.Claim;
import jumin.bench.Claims;
import jumin.bench.dmn.DmnRival;
import jumin.bench.drools.DroolsRival;
import jumin.bench.drools.Item;
import jumin.bench.plpgsql.PostgresRival;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** 对照：the rule engines and the database function, each with its facts made beforehand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RivalBenchmark {

    @State(Scope.Thread)
    public static class Drools {

        @Param("30")
        public int items;

        private Claim[] claims;
        private Item[][] facts;
        private DroolsRival rival;
        private int next;

        @Setup
        public void prepare() {
            claims = Claims.of(EngineBenchmark.CLAIMS, items);
            facts = Stream.of(claims).map(DroolsRival::items).toArray(Item[][]::new);
            rival = new DroolsRival();
        }
    }

    @State(Scope.Thread)
    public static class Dmn {

        @Param("30")
        public int items;

        private Object[] facts;
        private DmnRival rival;
        private int next;

        @Setup
        public void prepare() {
            facts = Stream.of(Claims.of(EngineBenchmark.CLAIMS, items))
                    .map(DmnRival::facts)
                    .toArray();
            rival = new DmnRival();
        }
    }

    @State(Scope.Thread)
    public static class Database {

        @Param("30")
        public int items;

        private PostgresRival rival;

        @Setup
        public void prepare() {
            rival = new PostgresRival(Claims.of(EngineBenchmark.CLAIMS, items));
        }

        @TearDown
        public void close() {
            rival.close();
        }
    }

    @Benchmark
    public Amounts drools(Drools state) {
        int which = state.next++ & EngineBenchmark.CLAIMS - 1;
        return state.rival.settle(state.claims[which], state.facts[which]);
    }

    @Benchmark
    @SuppressWarnings("unchecked")
    public Amounts dmn(Dmn state) {
        return state.rival.settle((Map<String, Object>) state.facts[state.next++ & EngineBenchmark.CLAIMS - 1]);
    }

    @Benchmark
    @OperationsPerInvocation(EngineBenchmark.CLAIMS)
    public long plpgsql(Database state) {
        return state.rival.settleAll();
    }
}
