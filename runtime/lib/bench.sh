# shellcheck shell=bash
# `./jumin bench NAME`: ours beside its references, alternating in one run. Each bench is a function bench_NAME below; none belongs to the normal build.

list_benches() { declare -F | sed -n 's/^declare -f bench_//p'; }

run_bench() {
  local name=${1:-}
  [ -n "$name" ] || usage_error "请写明测什么：./jumin bench $(list_benches | paste -sd'|' -)"
  declare -F "bench_$name" >/dev/null || usage_error "没有“${name}”这项测速；可用：$(list_benches | paste -sd' ' -)"
  shift
  prepare
  find_maven
  "bench_$name" "$@"
}

# The import of a roster beside COPY with set-based inserts and a JPA twin; searches beside the same query; a workbook of 100,000
# rows in 256 MB of heap:
# bench enrollment [persons] [rounds] [persons searched]
bench_enrollment() {
  local log=$LOGS/bench-enrollment.log
  say "名册导入测速，${1:-20000} 人 ${2:-3} 轮；查询测速，${3:-200000} 人（日志：logs/bench-enrollment.log）……"
  (cd "$ROOT" && mvn -B -q -pl enrollment-service -am -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest='ImportBench,SearchBench,RosterHeapTest' -Djumin.bench.persons="${1:-20000}" -Djumin.bench.rounds="${2:-3}" \
    -Djumin.search.persons="${3:-200000}" -Dtest.jit=-XX:+TieredCompilation test </dev/null >"$log" 2>&1) || {
    show_log_tail "$log"
    die "测速没有完成，日志：$log" 'ImportBench failed'
  }
  cat "$ROOT/enrollment-service/target/bench-enrollment.txt" "$ROOT/enrollment-service/target/bench-enrollment-search.txt" \
    "$ROOT/enrollment-service/target/bench-enrollment-heap.txt"
}

# A workbook of 100,000 rows from upload to the last registration, by the packaged service in 256 MB of heap: bench heap [rows]
bench_heap() {
  local log=$LOGS/bench-heap.log
  build_bench enrollment-service
  say "工作簿整份导入，${1:-100000} 行，堆 256 MB（日志：logs/bench-heap.log）……"
  (cd "$ROOT" && mvn -B -q -pl enrollment-service -am -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest=WholeImportBench -Djumin.bench.rows="${1:-100000}" test </dev/null >"$log" 2>&1) || {
    show_log_tail "$log"
    die "测速没有完成，日志：$log" 'WholeImportBench failed'
  }
  cat "$ROOT/enrollment-service/target/bench-enrollment-whole.txt"
}

# Levies of a city, reconciliation and payment intake: bench contribution [persons] [rounds] [LevyBench|ReconciliationBench|IntakeBench]
bench_contribution() {
  local log=$LOGS/bench-contribution.log
  say "应缴核定、对账、缴费接收测速，${1:-100000} 人 ${2:-3} 轮（日志：logs/bench-contribution.log）……"
  (cd "$ROOT" && JUMIN_BENCH_PERSONS=${1:-100000} JUMIN_BENCH_ROUNDS=${2:-3} mvn -B -q -Pbench -pl contribution-service -am \
    -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false -Dtest="${3:-LevyBench,ReconciliationBench,IntakeBench}" test </dev/null >"$log" 2>&1) || {
    show_log_tail "$log"
    die "测速没有完成，日志：$log" 'a bench of contribution-service failed'
  }
  sed -n 's/^.*BENCH //p' "$log"
}

# build_bench MODULE: the bench module and what it needs, outside the normal build.
build_bench() {
  local log=$LOGS/bench-build.log
  say "编译测速程序 $1（第一次要下载依赖；日志：logs/bench-build.log）……"
  (cd "$ROOT" && mvn -B -q -Pbench -pl "$1" -am -Dmaven.test.skip=true -Dspotless.check.skip=true package </dev/null >"$log" 2>&1) || {
    show_log_tail "$log"
    die "测速程序没有编译成功，日志：$log（没有网络时，缺少的依赖无法下载）" 'mvn -Pbench package failed'
  }
}

# The settlement engine beside a hand-written loop, Drools, Kie DMN and a PL/pgSQL function: bench engine [limit] [names] [drools] [dmn] [plpgsql]; limit: only that and ours
bench_engine() {
  local bench=regulation/bench/engine
  build_bench $bench
  env -u JAVA_TOOL_OPTIONS "$JAVA" --sun-misc-unsafe-memory-access=allow -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djumin.bench.rounds="${JUMIN_BENCH_ROUNDS:-5}" \
    -cp "$ROOT/$bench/target/classes:$(cat "$ROOT/$bench/target/classpath")" jumin.bench.engine.BenchEngine "$@"
}

# need_bench_of_claims: programs for the three benches below, and their environment: a PostgreSQL and a service of their own.
need_bench_of_claims() {
  need pgbench postgresql-contrib
  build_bench claims-service,claims-service/bench,claims-service/bench/twin
  find_postgres
  choose_postgres_user
  BENCH_FOLDER=$(mktemp -d "$JUMIN_HOME/bench.XXXXXX") || die "无法写入 ${JUMIN_HOME}。" "cannot write $JUMIN_HOME"
  give_to_postgres "$BENCH_FOLDER"
  export JUMIN_BENCH_FOLDER=$BENCH_FOLDER JUMIN_BENCH_PG_BIN=$PG_BIN JUMIN_BENCH_PG_AS=${PG_AS[*]:-} JUMIN_BENCH_JAVA=$JAVA
  export JUMIN_BENCH_SERVICE=$ROOT/claims-service/target/quarkus-app JUMIN_BENCH_TWIN=$ROOT/claims-service/bench/twin/target/quarkus-app JUMIN_BENCH_PORT=$((8383 + OFFSET))
}

run_bench_of_claims() {
  local main=$1 result
  shift
  env -u JAVA_TOOL_OPTIONS "$JAVA" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -cp "$ROOT/claims-service/bench/target/classes:$(cat "$ROOT/claims-service/bench/target/classpath")" "jumin.claims.bench.$main" "$@"
  result=$?
  if [ $result = 0 ]; then rm -rf "$BENCH_FOLDER"; else say "测速没有完成，日志在 $BENCH_FOLDER"; fi
  return $result
}

# Settlements over HTTP beside pgbench with the same two statements and beside a JPA twin: bench settlement [persons] [seconds] [rounds] [speed|pgbench|growth]
bench_settlement() {
  need_bench_of_claims
  run_bench_of_claims SettlementBench "${1:-100000}" "${2:-10}" "${3:-3}" "${4:-all}"
}

# Settlements while service and database are killed, and the counts afterwards: bench faults [seconds]
bench_faults() {
  need_bench_of_claims
  run_bench_of_claims FaultsBench "${1:-60}"
}

# Settlements of a large city while a catalogue is imported: bench mixed [persons] [seconds alone]
bench_mixed() {
  need_bench_of_claims
  run_bench_of_claims MixedBench "${1:-100000}" "${2:-30}"
}
