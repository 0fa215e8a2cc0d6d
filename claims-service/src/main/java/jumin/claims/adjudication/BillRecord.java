package jumin.claims.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * 账单: what a decision was about, kept with it for the statement. Personal data in it is masked.
 *
 * @param identity by what it is recognised; absent in bills of before that was kept
 * @param said what only the provider could say
 * @param unverified of that, what nothing in this system bears out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillRecord(
        String providerCode,
        String providerName,
        String providerLevel,
        String personName,
        String personIdNumber,
        String careType,
        String careTypeName,
        LocalDate admissionDate,
        LocalDate dischargeDate,
        BillSubmission.Diagnosis diagnosis,
        List<Category> categories,
        Sources sources,
        List<ClassifiedItem> items,
        Circumstances said,
        List<String> unverified,
        UUID encounter,
        Boolean interim,
        BillIdentity identity) {

    public BillRecord {
        categories = List.copyOf(categories);
        items = List.copyOf(items);
        said = said == null ? Circumstances.NONE : said;
        unverified = unverified == null ? List.of() : List.copyOf(unverified);
    }

    /** What a person is to look into. */
    public List<OpenPoint> openPoints() {
        return OpenPoint.of(unverified);
    }

    /** The same bill on newer knowledge. */
    BillRecord restated(
            List<Category> newCategories,
            Sources newSources,
            List<ClassifiedItem> newItems,
            List<String> newUnverified) {
        return new BillRecord(
                providerCode,
                providerName,
                providerLevel,
                personName,
                personIdNumber,
                careType,
                careTypeName,
                admissionDate,
                dischargeDate,
                diagnosis,
                newCategories,
                newSources,
                newItems,
                said,
                newUnverified,
                encounter,
                interim,
                identity);
    }

    /** The same bill at a provider of another level, by which the payment standards of its lines go. */
    BillRecord at(String level, List<ClassifiedItem> newItems) {
        return new BillRecord(
                providerCode,
                providerName,
                level,
                personName,
                personIdNumber,
                careType,
                careTypeName,
                admissionDate,
                dischargeDate,
                diagnosis,
                categories,
                sources,
                newItems,
                said,
                unverified,
                encounter,
                interim,
                identity);
    }

    /** The same bill with more for people to look at. */
    BillRecord toVerify(List<String> more) {
        return restated(
                categories,
                sources,
                items,
                Stream.concat(unverified.stream(), more.stream()).toList());
    }

    /** A category on the deciding day. */
    public record Category(String code, String title, LocalDate from, String organ) {}

    /** Which decisions of the neighbours the facts rest on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sources(
            List<String> coverDecisions, String standardId, String standardDecisionNumber, CoverReason notCovered) {}

    /** Why a day of the care has no cover, as contribution says it; absent when all days are covered. */
    public record CoverReason(String code, String text, String article) {}
}
