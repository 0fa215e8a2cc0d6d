package jumin.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sets up, past row-level security, what no endpoint can bring about in a test's time. */
@ApplicationScoped
public class DatabaseOwner {

    private final String url;
    private final String password;

    DatabaseOwner(
            @ConfigProperty(name = "jumin.test.admin-url") String url,
            @ConfigProperty(name = "jumin.test.admin-password") String password) {
        this.url = url;
        this.password = password;
    }

    public void run(String statement) {
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var update = connection.createStatement()) {
            update.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
