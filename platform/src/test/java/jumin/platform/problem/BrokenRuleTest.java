package jumin.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.util.ServerErrorMessage;

class BrokenRuleTest {

    record Payment(String amount, int benefitYear) {}

    record Payee(String name, String account) {}

    record Ordered(Payee payee, Payment payment, Payment advance, List<Payee> others) {}

    static void orders(Ordered order) {}

    static void pays(Payment payment) {}

    static void reads(String id) {}

    @Test
    @DisplayName("未起名的检查约束指到请求中的字段；请求没有该字段的不指")
    void theRequestsFieldIsPointedAt() {
        assertEquals(List.of("/amount"), pointers("payment_amount_fen_check", "", pays()));
        assertEquals(List.of("/benefitYear"), pointers("payment_benefit_year_check1", "", pays()));
        assertEquals(List.of(), pointers("payment_is_positive", "", pays()));
        assertEquals(List.of(), pointers("payment_payer_check", "", pays()));
        assertEquals(List.of(), pointers("payment_amount_fen_check", "", method("reads", String.class)));
        assertEquals(List.of("/amount"), pointers("", "amount_fen", pays()));
    }

    @Test
    @DisplayName("内层对象的字段也指到；两处同名的不知是哪一处，不指")
    void aFieldWithinAnObjectIsPointedAt() {
        var orders = method("orders", Ordered.class);
        assertEquals(List.of("/payee/account"), pointers("", "account", orders));
        assertEquals(List.of("/payee"), pointers("", "payee", orders));
        assertEquals(List.of(), pointers("", "amount_fen", orders));
    }

    @Test
    @DisplayName("各服务说明的规则指到它所说的字段")
    void theServicesAdviceNamesTheColumn() {
        var advice = Constraints.Advice.at("benefit_year", "请查看该年度已有的登记。");
        var rule = new BrokenRule("23505", Optional.of("one_payment_per_year"), advice.column());
        assertEquals("/benefitYear", rule.errors(pays()).getFirst().pointer());
        assertEquals("已有相同的登记", rule.words());
    }

    private static List<String> pointers(String constraint, String column, ResourceInfo resource) {
        var said = new ServerErrorMessage("SERROR\0C23514\0Mno\0tpayment\0"
                + (constraint.isEmpty() ? "" : "n" + constraint + "\0")
                + (column.isEmpty() ? "" : "c" + column + "\0"));
        return BrokenRule.of("23514", Optional.of(said)).errors(resource).stream()
                .map(Problem.FieldError::pointer)
                .toList();
    }

    private static ResourceInfo pays() {
        return method("pays", Payment.class);
    }

    private static ResourceInfo method(String name, Class<?> parameter) {
        return new ResourceInfo() {
            @Override
            public Method getResourceMethod() {
                try {
                    return BrokenRuleTest.class.getDeclaredMethod(name, parameter);
                } catch (NoSuchMethodException missing) {
                    throw new AssertionError(missing);
                }
            }

            @Override
            public Class<?> getResourceClass() {
                return BrokenRuleTest.class;
            }
        };
    }
}
