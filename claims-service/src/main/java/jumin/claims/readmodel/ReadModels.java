package jumin.claims.readmodel;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jumin.platform.feed.FeedPump;

/** The age of what this service knows from its neighbours; shown with every answer that rests on it. */
@Singleton
public class ReadModels {

    private final FeedPump pump;

    ReadModels(FeedPump pump) {
        this.pump = pump;
    }

    public List<ReadModelAge> ages() {
        return Stream.of("enrollment", "contribution")
                .map(source -> new ReadModelAge(
                        source, pump.age(source).map(Duration::toSeconds).orElse(null)))
                .toList();
    }
}
