package jumin.claims.insured;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jumin.platform.wire.TextType;

/** A person id travels as a string. */
@ApplicationScoped
public class PersonIdType {

    @Produces
    @Singleton
    TextType<PersonId> personId() {
        return TextType.of(PersonId.class, PersonId::parse);
    }
}
