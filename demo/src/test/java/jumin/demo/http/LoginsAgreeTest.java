package jumin.demo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The list of demo logins that {@code ./jumin} prints and the realm of the login service say the same. */
class LoginsAgreeTest {

    private static final Path LIST = Path.of("../runtime/logins.tsv");
    private static final Path REALM = Path.of("../runtime/keycloak/realm.json");

    @Test
    @DisplayName("登录清单与登录服务的配置一致：每个登录名、机器客户端和角色")
    void everyListedLoginIsInTheRealmWithItsRole() throws IOException {
        assertEquals(realm(), list());
    }

    private static Map<String, String> list() throws IOException {
        var roles = new TreeMap<String, String>();
        for (var line : Files.readAllLines(LIST)) {
            var cells = line.split("\t");
            roles.put(cells[1] + " " + cells[2], cells[0]);
        }
        return roles;
    }

    private static Map<String, String> realm() throws IOException {
        var roles = new TreeMap<String, String>();
        for (var user : new ObjectMapper().readTree(REALM.toFile()).get("users")) {
            roles.put(name(user), user.get("realmRoles").get(0).asText());
        }
        return roles;
    }

    private static String name(JsonNode user) {
        return user.has("serviceAccountClientId")
                ? "client " + user.get("serviceAccountClientId").asText()
                : "login " + user.get("username").asText();
    }
}
