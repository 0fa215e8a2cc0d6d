package jumin.platform.problem;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/** What is validated are requests, of which nothing is loaded lazily: asking for each field of each line whether it may be looked at takes half the time. */
@ApplicationScoped
public class ValidateAll implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.traversableResolver(new Everything()).enableTraversableResolverResultCache(false);
    }

    private static final class Everything implements TraversableResolver {

        @Override
        public boolean isReachable(Object object, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(Object object, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }
    }
}
