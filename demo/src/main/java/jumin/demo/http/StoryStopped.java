package jumin.demo.http;

/** The story cannot go on; the message tells a person why and what to look at. */
@SuppressWarnings("serial")
public final class StoryStopped extends RuntimeException {

    public StoryStopped(String message) {
        super(message);
    }
}
