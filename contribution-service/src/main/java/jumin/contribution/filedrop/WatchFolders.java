package jumin.contribution.filedrop;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sweeps the folders at intervals, where a folder is configured. A file is taken when it looks the same in two sweeps. */
@ApplicationScoped
public class WatchFolders {

    private static final Logger LOG = Logger.getLogger(WatchFolders.class);

    private final SweepFolders sweep;
    private final Optional<Path> root;
    private final Duration every;
    private Optional<Thread> thread = Optional.empty();

    WatchFolders(
            SweepFolders sweep,
            @ConfigProperty(name = "jumin.file-drop.folder") Optional<String> root,
            @ConfigProperty(name = "jumin.file-drop.every", defaultValue = "20s") Duration every) {
        this.sweep = sweep;
        this.root = root.map(Path::of);
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        root.ifPresent(folder -> watch(folder, every));
    }

    void watch(Path folder, Duration pause) {
        thread = Optional.of(Thread.ofVirtual().name("file-drop").start(() -> run(folder, pause)));
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    void stop() {
        thread.ifPresent(Thread::interrupt);
    }

    private void run(Path folder, Duration pause) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sweep.run(folder);
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "file drop");
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }
}
