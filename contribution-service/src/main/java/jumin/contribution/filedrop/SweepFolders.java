package jumin.contribution.filedrop;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jumin.contribution.levy.HandOutLevies;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.ProblemException;
import jumin.platform.problem.Problems;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import org.jboss.logging.Logger;

/**
 * Looks through the folders of the tax organs: takes files that have come to rest, receives them as if they had been sent, and
 * settles those that are booked or refused. What a file has come to is read from the database by its content, so whoever sweeps
 * next goes on, and several may sweep at once.
 */
@ApplicationScoped
public class SweepFolders {

    private static final Logger LOG = Logger.getLogger(SweepFolders.class);

    private final TakeDropped take;
    private final HandOutLevies levies;
    private final Problems problems;
    private final CurrentCaller caller;
    private final Failpoints failpoints;
    private final Map<Path, Rest> seen = new HashMap<>();

    SweepFolders(
            TakeDropped take, HandOutLevies levies, Problems problems, CurrentCaller caller, Failpoints failpoints) {
        this.take = take;
        this.levies = levies;
        this.problems = problems;
        this.caller = caller;
        this.failpoints = failpoints;
    }

    /** Size and time of a file; equal in two sweeps when nobody writes to it any more. */
    private record Rest(long size, java.nio.file.attribute.FileTime changed) {}

    /** Below the root, a folder for each tax organ, named by its code. What one of them cannot do holds up none of the others. */
    public synchronized void run(Path root) {
        for (var folder : folders(root)) {
            try {
                takeRested(folder);
                folder.taken().forEach(taken -> tried(folder, taken));
                handOut(folder);
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "folder of organ %s: again at the next sweep", folder.organ());
            }
        }
    }

    private void tried(OrganFolder folder, Path taken) {
        try {
            advance(folder, taken);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "dropped file of organ %s: again at the next sweep", folder.organ());
        }
    }

    private static List<OrganFolder> folders(Path root) {
        try (var entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> entry.getFileName().toString().matches("[0-9A-Za-z]{1,40}"))
                    .sorted()
                    .map(OrganFolder::new)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void takeRested(OrganFolder folder) {
        for (var file : folder.waiting()) {
            var now = rest(file);
            if (now.equals(seen.put(file, now))) {
                seen.remove(file);
                folder.take(file);
                failpoints.reach("file-drop-taken");
            }
        }
    }

    private static Rest rest(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Rest(attributes.size(), attributes.lastModifiedTime());
        } catch (IOException gone) {
            return new Rest(-1, java.nio.file.attribute.FileTime.fromMillis(0));
        }
    }

    private void advance(OrganFolder folder, Path taken) {
        OrganFolder.content(taken).ifPresent(content -> {
            var hash = sha256(content);
            try {
                var result = as(folder, () -> take.run(taken, content));
                failpoints.reach("file-drop-received");
                result.ifPresent(report -> folder.done(taken, hash, report));
            } catch (RuntimeException failure) {
                // Anything but a fault of the file itself: again at the next sweep.
                var refused = fault(failure).orElseThrow(() -> failure);
                folder.rejected(taken, hash, report(taken, refused));
            }
            failpoints.reach("file-drop-settled");
        });
    }

    private Optional<ProblemException> fault(RuntimeException failure) {
        return failure instanceof ProblemException problem ? Optional.of(problem) : problems.brokenRule(failure);
    }

    /** Where the folder has a place for it; nothing is deleted there, that is up to the organ. */
    private void handOut(OrganFolder folder) {
        folder.out()
                .ifPresent(charset -> as(folder, () -> {
                    levies.run(charset, file -> folder.handOut(file.name(), file.bytes()));
                    return null;
                }));
    }

    /** Who may write into the folder of an organ is that organ: the file system's rights say so. */
    private <T> T as(OrganFolder folder, java.util.concurrent.Callable<T> work) {
        var organ = new Caller("file-drop", "投递目录", Set.of(Roles.TAX), Scope.ofOrgan(folder.organ()));
        return caller.callAs(organ, work);
    }

    private static byte[] report(Path taken, ProblemException refused) {
        var text = String.join(
                "\r\n",
                "H|JUMIN-REJECTED-1|" + OrganFolder.nameOf(taken),
                "E|" + refused.code().name() + "|" + refused.code().title() + "|"
                        + refused.getMessage().replaceAll("[|\\r\\n]", " "),
                "");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
