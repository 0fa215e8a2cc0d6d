package jumin.claims.twin;

import java.util.List;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.ClassifiedItem;
import jumin.claims.settlement.Posting;

/** The rows that belong to a settlement. */
record TwinParts(TwinSettlement whole) {

    void of(AssembledBill.Decided decided, List<Posting> postings) {
        decided.bill().bill().items().forEach(this::item);
        decided.decision().worksheet().lines().forEach(line -> {
            var row = new TwinLine();
            row.settlement = whole;
            row.step = line.step();
            row.title = line.title();
            row.amount = line.amount();
            row.instrument = line.citation().instrument();
            row.article = line.citation().article();
            whole.lines.add(row);
        });
        decided.entries().forEach(entry -> {
            var row = new TwinEntry();
            row.settlement = whole;
            row.name = entry.name();
            row.amount = entry.amount();
            whole.entries.add(row);
        });
        postings.forEach(posting -> {
            var row = new TwinPosting();
            row.settlement = whole;
            row.accountFrom = posting.from();
            row.accountTo = posting.to();
            row.amountFen = posting.amount().fen();
            whole.postings.add(row);
        });
    }

    private void item(ClassifiedItem item) {
        var row = new TwinItem();
        row.settlement = whole;
        row.lineNo = item.lineNo();
        row.code = item.code();
        row.name = item.name();
        row.itemClass = item.itemClass().name();
        row.kind = item.kind();
        row.quantity = item.quantity().toString();
        row.unitPrice = item.unitPrice().toString();
        row.amountFen = item.amount().fen();
        row.overCeilingFen = item.overCeiling().fen();
        row.usedOn = item.date();
        row.remark = item.remark();
        whole.items.add(row);
    }
}
