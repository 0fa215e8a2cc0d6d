package jumin.claims.manual;

import jakarta.inject.Singleton;
import java.util.function.Supplier;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Scope;

/** 经办人自己的数据范围: what is looked up with the service's rights is still told as far as the asker may know it. */
@Singleton
class AskersScope {

    private static final ScopedValue<Scope> ASKING = ScopedValue.newInstance();

    private final CurrentCaller caller;

    AskersScope(CurrentCaller caller) {
        this.caller = caller;
    }

    /** Does with the service's rights what the caller may cause but not see. */
    <T> T seeingAll(Supplier<T> work) {
        return ScopedValue.where(ASKING, caller.get().scope()).call(() -> caller.callAsService(work::get));
    }

    boolean contains(String divisionPath) {
        var mine = ASKING.isBound() ? ASKING.get() : caller.get().scope();
        return mine.division().contains(divisionPath);
    }
}
