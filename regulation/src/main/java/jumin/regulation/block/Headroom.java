package jumin.regulation.block;

/** 加点，以提高后的比例上限为限：so many points as lie between the ratio and the highest that it may reach. */
public record Headroom(Lookup points, Lookup rate, Lookup most) implements Lookup {

    @Override
    public long at(long[] frame) {
        long wanted = points.at(frame);
        long from = rate.at(frame);
        long highest = most.at(frame);
        if (wanted == Frame.ABSENT || wanted == Frame.NOT_COVERED) {
            return wanted;
        }
        if (highest == Frame.ABSENT || highest == Frame.NOT_COVERED) {
            return highest;
        }
        return from < 0 ? wanted : Math.clamp(highest - from, 0, wanted);
    }

    @Override
    public Lookup in(Known known) {
        var settled = new Headroom(points.in(known), rate.in(known), most.in(known));
        boolean all = settled.points instanceof Fixed && settled.rate instanceof Fixed && settled.most instanceof Fixed;
        return Fixed.where(all, settled, known);
    }
}
