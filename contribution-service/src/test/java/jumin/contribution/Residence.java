package jumin.contribution;

import static jumin.contribution.World.ROOT;

import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Where a person lives, one place after the other, as enrollment tells it: each telling goes one place on, the last is told again. */
final class Residence {

    /** A county of its own organ. */
    static final String NEAR = "360900/360985/";

    static final String NEAR_VILLAGE = NEAR + "360985100/360985100201/";
    private static final String NEAR_ORGAN = "13609850000";

    private final World world;
    private final World.Person person;
    private final List<String> places;
    private int told;

    private Residence(World world, World.Person person, List<String> places) {
        this.world = world;
        this.person = person;
        this.places = places;
    }

    /** Up to three moves between counties, one of which has no tax organ. */
    static Residence of(World world, World.Person person, Random story, boolean endsAtHome) {
        var anywhere = List.of(World.VILLAGE, NEAR_VILLAGE, World.OTHER_COUNTY_VILLAGE);
        var places = new ArrayList<String>();
        for (var left = story.nextInt(4); left > 0; left--) {
            places.add(anywhere.get(story.nextInt(anywhere.size())));
        }
        places.add(endsAtHome || story.nextBoolean() ? World.VILLAGE : NEAR_VILLAGE);
        return new Residence(world, person, List.copyOf(places));
    }

    static void organ() {
        World.as("system_admin", "admin", "360900/")
                .body(Map.of("organ", NEAR_ORGAN, "name", "邻县税务局", "divisionPath", NEAR))
                .post(ROOT + "tax-organs")
                .then()
                .statusCode(200);
    }

    int tellings() {
        return places.size();
    }

    boolean isTold() {
        world.person(person, places.get(Math.min(told, places.size() - 1)));
        told++;
        return true;
    }

    /** Of the township where the person lives in the end. */
    RequestSpecification clerk() {
        return World.as("township_clerk", "clerk", part(3));
    }

    RequestSpecification approver() {
        return World.as("county_approver", "approver", part(2));
    }

    private String part(int levels) {
        return String.join("/", List.of(places.getLast().split("/")).subList(0, levels)) + "/";
    }
}
