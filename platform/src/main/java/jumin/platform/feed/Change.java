package jumin.platform.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One change in a feed: the whole new state of its subject, so that applying it twice does no harm.
 *
 * @param cursor place in the feed, opaque to the reader
 * @param kind what sort of state it is, such as {@code person}
 * @param subject whose changes must stay in order among each other
 */
public record Change(String cursor, String kind, String subject, Instant recordedAt, JsonNode payload) {}
