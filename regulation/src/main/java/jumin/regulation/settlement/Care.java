package jumin.regulation.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Schema;
import jumin.regulation.block.Taken;
import jumin.regulation.fact.Fact;

/** 本次就医：the items, the emergency items before admission, and the parts with items of their own; whether any of it lies on a day of cover. */
record Care(Bill items, Bill before, List<Part> parts, boolean covered) {

    boolean isEmpty() {
        return items.size() == 0 && before.size() == 0 && parts.isEmpty();
    }

    /** Where the facts of a bill stand among all facts. */
    record Places(Bill.Words words, int items, int before, int periods, List<Group> groups, Days days) {

        /** 一组费用，如院外购药。 */
        record Group(String name, int list) {}

        record Days(int admission, int service, int coverStart, int coverEnd, long otherwise) {}

        /** @param otherwise the day of a bill that names none */
        static Places of(Schema schema, Bill.Words words, long otherwise) {
            var days = new Days(
                    slot(schema, "admission_date"),
                    slot(schema, "service_date"),
                    slot(schema, "coverage.start"),
                    slot(schema, "coverage.end"),
                    otherwise);
            return new Places(
                    words,
                    schema.list("items"),
                    schema.list("pre_hospital.items"),
                    schema.list("coverage.periods"),
                    schema.groups().stream()
                            .map(name -> new Group(name, schema.list(name)))
                            .toList(),
                    days);
        }

        private static int slot(Schema schema, String name) {
            return schema.find(name).orElseThrow().index();
        }

        Care care(Taken taken) {
            var frame = taken.frame();
            var cover = taken.list(periods)
                    .map(Cover::of)
                    .orElseGet(() -> Cover.of(frame[days.coverStart()], frame[days.coverEnd()]));
            long undated = undated(frame);
            var main = bill(taken.list(items), cover, undated);
            var parts = parts(taken, cover, undated);
            boolean covered =
                    cover == Cover.ALWAYS || (nothing(main, parts) ? cover.holds(undated) : main.anyCovered());
            for (int i = 0; i < parts.size() && !covered; i++) {
                covered = parts.get(i).bill().anyCovered();
            }
            return new Care(main, bill(taken.list(before), cover, undated), parts, covered);
        }

        private static boolean nothing(Bill main, List<Part> parts) {
            return main.size() == 0 && parts.isEmpty();
        }

        /** An item without a date has the day of admission or service. */
        private long undated(long[] frame) {
            if (frame[days.admission()] != Frame.ABSENT) {
                return frame[days.admission()];
            }
            return frame[days.service()] != Frame.ABSENT ? frame[days.service()] : days.otherwise();
        }

        private Bill bill(Optional<Fact> items, Cover cover, long undated) {
            return items.isPresent() ? Bill.of(((Fact.Items) items.get()).values(), words, cover, undated) : Bill.EMPTY;
        }

        private List<Part> parts(Taken taken, Cover cover, long undated) {
            List<Part> parts = List.of();
            for (int i = 0; i < groups.size(); i++) {
                var group = groups.get(i);
                var members = taken.list(group.list());
                if (members.isPresent()) {
                    parts = parts.isEmpty() ? new ArrayList<>() : parts;
                    for (var member : ((Fact.Many) members.get()).values()) {
                        if (member.has("items")) {
                            var bill = Bill.of(member.items("items"), words, cover, Part.day(member, undated));
                            parts.add(new Part(group.name(), member, bill));
                        }
                    }
                }
            }
            return parts;
        }
    }
}
