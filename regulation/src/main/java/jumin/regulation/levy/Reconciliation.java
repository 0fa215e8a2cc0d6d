package jumin.regulation.levy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;

/** 对账：our list beside the tax bureau's. */
final class Reconciliation {

    private Reconciliation() {}

    static LevyDecision.Differences compare(List<Facts> registered, List<Facts> taxRecords) {
        var ours = byId(registered);
        var theirs = byId(taxRecords);
        var matched = new ArrayList<String>();
        var amountDiffers = new ArrayList<String>();
        var onlyTax = new ArrayList<String>();
        var onlyRegistered = new ArrayList<String>();
        var duplicates = new ArrayList<String>();
        var ids = new TreeSet<>(ours.keySet());
        ids.addAll(theirs.keySet());
        for (var id : ids) {
            var our = ours.getOrDefault(id, List.of());
            var their = theirs.getOrDefault(id, List.of());
            if (their.size() > 1) {
                duplicates.add(id);
            } else if (our.isEmpty()) {
                onlyTax.add(id);
            } else if (their.isEmpty()) {
                onlyRegistered.add(id);
            } else {
                (our.getFirst().equals(their.getFirst()) ? matched : amountDiffers).add(id);
            }
        }
        return new LevyDecision.Differences(matched, amountDiffers, onlyTax, onlyRegistered, duplicates);
    }

    private static Map<String, List<Money>> byId(List<Facts> records) {
        var byId = new TreeMap<String, List<Money>>();
        for (var record : records) {
            byId.computeIfAbsent(record.word("id").orElse(""), any -> new ArrayList<>())
                    .add(record.amount("amount").orElse(Money.ZERO));
        }
        return byId;
    }
}
