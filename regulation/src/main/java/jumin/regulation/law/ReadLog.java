package jumin.regulation.law;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which values were read; kept only where a test asks for it. */
public final class ReadLog {

    private static final ReadLog OFF = new ReadLog(false);

    private final boolean on;
    private final SortedMap<String, Probe> probes = new TreeMap<>();

    private ReadLog(boolean on) {
        this.on = on;
    }

    public static ReadLog off() {
        return OFF;
    }

    public static ReadLog recording() {
        return new ReadLog(true);
    }

    /** The probe of a rule whose values have these names. */
    public synchronized Probe probe(String key, List<String> names) {
        if (!on) {
            return Probe.OFF;
        }
        return probes.computeIfAbsent(key + names, any -> new Probe(key, names, new BitSet()));
    }

    /** Whether anybody asked for a rule's values. */
    public synchronized boolean opened(String key) {
        return probes.values().stream().anyMatch(probe -> probe.key.equals(key));
    }

    public synchronized List<String> unread() {
        var unread = new ArrayList<String>();
        probes.values().forEach(probe -> probe.addUnread(unread));
        return unread;
    }

    /** Notes that a value was used. */
    public static final class Probe {

        private static final Probe OFF = new Probe("", List.of(), null);

        private final String key;
        private final List<String> names;
        private final BitSet hits;

        private Probe(String key, List<String> names, BitSet hits) {
            this.key = key;
            this.names = names;
            this.hits = hits;
        }

        public void hit(int index) {
            if (hits != null) {
                hits.set(index);
            }
        }

        private void addUnread(List<String> unread) {
            for (int i = 0; i < names.size(); i++) {
                if (!hits.get(i)) {
                    unread.add(key + "[" + names.get(i) + "]");
                }
            }
        }
    }
}
