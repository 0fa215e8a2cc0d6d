package jumin.enrollment.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 告知原参保地: whom the place is to be told about, and whether it was. */
@Schema(description = "因入学形成重复参保的，告知原参保地暂停；姓名和证件号码脱敏")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record NoticeView(
        NoticeId noticeId,
        PersonId personId,
        @Schema(examples = "李**") String maskedName,
        @Schema(examples = "110101********1247") String idMasked,
        @Schema(description = "学校代码；不在校的为 -") String school,

        @Schema(description = "SCHOOL_ENTERED 入学；CONFLICT_KEPT 重复参保保留我方")
        String cause,

        @Schema(description = "原参保地", examples = "某市某区") String place,
        @Schema(description = "自何日起入学，或重复参保") LocalDate since,
        @Schema(implementation = CitationView.class) Optional<CitationView> citation,

        @Schema(description = "OPEN 待告知；DONE 已告知；WITHDRAWN 不需告知")
        String state,

        @Schema(implementation = String.class, description = "如何告知，对方何人接收")
        Optional<String> note,

        OffsetDateTime openedAt,
        @Schema(implementation = String.class) Optional<String> closedBy,
        @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> closedAt) {}
