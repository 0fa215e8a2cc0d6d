package jumin.paper;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;

/** 打印字体 */
@ConfigMapping(prefix = "jumin.paper")
public interface PrintFonts {

    /** TrueType files, the first that exists is taken. It must hold the rare characters of names; Debian: fonts-lxgw-wenkai. */
    List<Path> fonts();
}
