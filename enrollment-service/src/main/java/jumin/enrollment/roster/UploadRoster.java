package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.division.Division;
import jumin.enrollment.registration.Villages;
import jumin.enrollment.table.TableFormat;
import jumin.enrollment.table.UploadedFile;
import jumin.platform.audit.Audit;
import jumin.platform.job.Jobs;
import jumin.platform.scope.CurrentCaller;

/** 上传花名册: the same file for the same village and year is one import, however often and by whomever it is sent. */
@ApplicationScoped
public class UploadRoster {

    private static final int LONGEST_NAME = 200;

    private final RosterImports imports;
    private final RosterPieces pieces;
    private final Villages villages;
    private final FindImports find;
    private final Jobs jobs;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    UploadRoster(
            RosterImports imports,
            RosterPieces pieces,
            Villages villages,
            FindImports find,
            Jobs jobs,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.imports = imports;
        this.pieces = pieces;
        this.villages = villages;
        this.find = find;
        this.jobs = jobs;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What was uploaded, for which village and year. */
    record Upload(
            Path path,
            String fileName,
            TableFormat format,
            String hash,
            int benefitYear,
            String divisionCode,
            Optional<String> school) {}

    @Transactional
    ImportView run(Upload upload) {
        var village = villages.get(upload.divisionCode());
        var roster = roster(upload, village);
        var file = new RosterImports.File(roster.fileName(), upload.hash(), new UploadedFile(upload.path()).bytes());
        var me = caller.get();
        imports.ofFile(roster, upload.hash())
                .filter(former -> former.state() == ImportState.VALIDATION_FAILED)
                .ifPresent(this::giveUp);
        if (!imports.add(roster, file, new RosterImports.Uploader(me.id(), me.displayName()))) {
            return ImportView.of(imports.ofFile(roster, upload.hash()).orElseThrow());
        }
        pieces.store(roster, upload.path());
        var job = jobs.submit(ValidateRoster.TYPE, new ValidateRoster.Request(roster.id(), 0));
        imports.validatedBy(roster.id(), job.id());
        audit.changed("roster-import", roster.id(), village.path(), "上传花名册");
        return find.one(roster.id());
    }

    /** A validation that broke off leaves its file free to be sent again. */
    private void giveUp(RosterImport former) {
        pieces.discard(former.id());
        imports.state(former.id(), ImportState.REFUSED, "校验中断，已由重新上传的文件代替。");
    }

    private RosterImport roster(Upload upload, Division village) {
        var name = upload.fileName();
        return new RosterImport(
                RosterImportId.next(),
                village.area(),
                village.path(),
                village.code(),
                upload.school(),
                upload.benefitYear(),
                name.substring(Math.max(0, name.length() - LONGEST_NAME)),
                upload.format(),
                ImportState.UPLOADED,
                Optional.empty(),
                "",
                RosterCounts.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                caller.get().displayName(),
                OffsetDateTime.now(clock));
    }
}
