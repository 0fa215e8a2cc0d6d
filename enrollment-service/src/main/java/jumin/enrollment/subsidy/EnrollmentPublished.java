package jumin.enrollment.subsidy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.subsidy.SubsidyOutcome.State;
import jumin.regulation.Money;

/** An enrollment as the other services learn it from the feed, with the subsidy decided for it. */
@RegisterForReflection
record EnrollmentPublished(
        EnrollmentId enrollmentId,
        PersonId personId,
        String area,
        int benefitYear,
        EnrollmentType type,
        EnrollmentState state,
        LocalDate registeredOn,
        LocalDate birthDate,
        JsonNode facts,
        Optional<LocalDate> endedOn,
        Optional<String> endReason,
        SubsidyPublished subsidy) {

    /**
     * @param type as the law is to be asked: a student whom the school does not know is none
     * @param decidedBy the facts of the subsidy
     */
    static EnrollmentPublished of(
            Enrollment enrollment, EnrollmentType type, JsonNode facts, SubsidyOutcome subsidy, JsonNode decidedBy) {
        return new EnrollmentPublished(
                enrollment.id(),
                enrollment.person(),
                enrollment.area(),
                enrollment.benefitYear(),
                type,
                enrollment.state(),
                enrollment.registeredOn(),
                enrollment.birthDate(),
                facts,
                enrollment.endedOn(),
                Optional.of(enrollment.endReason()).filter(reason -> !reason.isEmpty()),
                SubsidyPublished.of(subsidy, decidedBy.path("configured_subsidy")));
    }

    /**
     * While held: state HELD, no amounts.
     *
     * @param configured the amounts (or {@code full}) that city or county published, by category, as the law was told them; nobody else
     *     knows them, and whoever decides again needs them
     */
    @RegisterForReflection
    record SubsidyPublished(
            State state,
            String tier,
            List<String> articles,
            Optional<String> payer,
            Optional<String> category,
            Optional<Money> amount,
            Optional<Money> personAmount,
            Optional<String> standardId,
            JsonNode configured,
            Optional<String> heldReason,
            String lawRelease) {

        static SubsidyPublished of(SubsidyOutcome outcome, JsonNode configured) {
            return new SubsidyPublished(
                    outcome.state(),
                    outcome.tier(),
                    outcome.articles(),
                    outcome.payer(),
                    outcome.category(),
                    outcome.amount(),
                    outcome.personAmount(),
                    outcome.standardId(),
                    configured.isObject() ? configured : JsonNodeFactory.instance.objectNode(),
                    Optional.of(outcome.heldReason()).filter(reason -> !reason.isEmpty()),
                    outcome.lawRelease());
        }
    }
}
