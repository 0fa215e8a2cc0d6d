package jumin.demo;

/** 主流程的讲述. */
public final class Story {

    private Story() {}

    public static void main(String[] arguments) {}
}
