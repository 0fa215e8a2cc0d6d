package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.account.MakeYearlyAccount;
import jumin.claims.clearing.ProviderDays;
import jumin.claims.insured.PersonId;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is shown in a list is read for all of it at once. */
@ClaimsTest
class LongListsTest extends Care {

    @Inject
    ProviderDays days;

    @Inject
    MakeYearlyAccount accounts;

    @Inject
    CurrentCaller caller;

    private UUID notCovered() {
        var person = feeds.person(Ids.next(), "窦某", VILLAGE);
        feeds.coverage(person, 2024, "[]", "{\"code\": \"NOT_PAID\", \"text\": \"未缴费\", \"article\": \"第四条\"}");
        return person;
    }

    private int refusals(String code, int number) {
        provider(code, "清单医院", "tertiary");
        var person = notCovered();
        for (var week = 0; week < number; week++) {
            var bill = Bills.ofPerson(person).week(week).item("A-DRUG", "10", "10", "100.00");
            post(hospital(code), "settlements", key(), bill.json()).statusCode(200);
        }
        var page = new ProviderDays.Page(Optional.empty(), 100);
        return statements(() -> {
            var listed = days.refusals(code, LocalDate.of(2024, 1, 1), LocalDate.of(2199, 1, 1), page);
            assertThat(listed, hasSize(number));
            listed.forEach(one -> assertThat(one.reasons(), not(empty())));
        });
    }

    private int statements(Runnable work) {
        return caller.callAs(Caller.service("test"), () -> Statements.during(work));
    }

    @Test
    @DisplayName("没有支付的结算清单：笔数多少，语句数一样")
    void refusalsAreReadAtOnce() {
        var one = refusals("H36090200094", 1);
        assertThat(one, greaterThan(0));
        assertThat(refusals("H36090200095", 4), is(one));
    }

    private int account(int stays) {
        var person = covered("柏某");
        for (var week = 0; week < stays; week++) {
            settle(Bills.ofPerson(person)
                            .week(week)
                            .item("A-SERVICE", "100", "100", "10000.00")
                            .json())
                    .statusCode(201);
        }
        return statements(
                () -> assertThat(accounts.view(new PersonId(person), 2024).entries(), hasSize(stays)));
    }

    @Test
    @DisplayName("个人年度对账单：笔数多少，语句数一样")
    void aYearIsReadAtOnce() {
        var one = account(1);
        assertThat(one, greaterThan(0));
        assertThat(account(4), is(one));
    }
}
