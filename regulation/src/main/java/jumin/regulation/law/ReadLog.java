package jumin.regulation.law;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which values were read, by their place in the files, which tells city, version and cell apart; kept only where somebody asks for it. */
public final class ReadLog {

    private static final ReadLog OFF = new ReadLog(false);

    private final boolean on;
    private final Set<Mark> used = ConcurrentHashMap.newKeySet();

    private ReadLog(boolean on) {
        this.on = on;
    }

    public static ReadLog off() {
        return OFF;
    }

    public static ReadLog recording() {
        return new ReadLog(true);
    }

    /** The probe of values that stand at these places. */
    public Probe probe(List<Mark> places) {
        return on ? new Probe(List.copyOf(places), used) : Probe.OFF;
    }

    /** Whether the value at this place was used. */
    public boolean read(Mark place) {
        return used.contains(place);
    }

    /** Notes that a value was used. */
    public static final class Probe {

        private static final Probe OFF = new Probe(List.of(), null);

        private final List<Mark> places;
        private final Set<Mark> used;

        private Probe(List<Mark> places, Set<Mark> used) {
            this.places = places;
            this.used = used;
        }

        public boolean isOn() {
            return used != null;
        }

        public void hit(int index) {
            if (used != null) {
                used.add(places.get(index));
            }
        }
    }
}
