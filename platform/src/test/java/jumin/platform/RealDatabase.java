package jumin.platform;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jumin.testing.PostgresResource;

/** Names, once for this module, the database that its tests run against. */
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class RealDatabase {}
