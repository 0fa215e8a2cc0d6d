package jumin.regulation.settlement;

import java.util.stream.IntStream;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Known;

/** 限额之后：how much of what is paid now lies above the limit as it is without any increase. */
record Beyond(Step limited, int layer, int used, Standard unraised, int into) implements Step {

    @Override
    public void apply(Sheet sheet) {
        limited.apply(sheet);
        if (sheet.stopped() || sheet.get(layer) == 0) {
            return;
        }
        long most = unraised.known(sheet);
        if (sheet.stopped() || most == Frame.UNLIMITED) {
            return;
        }
        long paid = sheet.get(layer);
        long before = used < 0 ? 0 : sheet.get(used);
        sheet.set(into, Math.clamp(Math.addExact(before, paid) - most, 0, paid));
    }

    @Override
    public Step in(Known known) {
        return new Beyond(limited.in(known), layer, used, unraised.in(known), into);
    }

    @Override
    public IntStream asked() {
        return limited.asked();
    }
}
