package jumin.claims.message;

import java.util.Optional;
import java.util.UUID;

/**
 * 收到的报文.
 *
 * @param client whose message it is: keys of answered messages are the client's own
 * @param subject the person or the settlement that it names, if it does by id: it is listed where that one lies
 */
public record Received(String provider, String client, String messageId, MessageKind kind, Optional<UUID> subject) {}
