package jumin.claims.settlement;

import java.util.List;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.suspicion.Neighbour;

/** A bill that was not paid before, with the paid cares of the person that lie beside it. */
public record CheckedBill(AssembledBill bill, List<Neighbour> neighbours) {}
