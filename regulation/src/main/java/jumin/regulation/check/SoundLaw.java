package jumin.regulation.check;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import jumin.regulation.law.LawLibrary;

/** 服务所用的法规库：the newest rules compiled beforehand; a city whose data are wrong is refused and told in the log, the others answer. */
public final class SoundLaw {

    private static final Logger LOG = System.getLogger(SoundLaw.class.getName());

    private SoundLaw() {}

    /** The law packed with the program, compiled as this service will use it. */
    public static LawLibrary load(boolean placeholders) {
        return of(LawLibrary.load(), placeholders);
    }

    public static LawLibrary of(LawLibrary library, boolean placeholders) {
        var sound = Practicable.newest(library, placeholders);
        sound.refused().forEach(folder -> LOG.log(Level.ERROR, folder.toString()));
        return sound;
    }
}
