package jumin.k8s;

import static jumin.k8s.Manifests.list;
import static jumin.k8s.Manifests.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.k8s.Manifests.Manifest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The manifests agree with the programs and with each other. */
class ManifestTest {

    private static final List<String> PROGRAMS =
            List.of("claims-service", "contribution-service", "enrollment-service", "gateway");

    private static final Path FILE_DROP = Path.of("components/file-drop");

    @Test
    @DisplayName("字段名没有拼错")
    void everyFieldIsKnown() {
        var unknown = Stream.of(Path.of("base"), Path.of("overlays/dev"), FILE_DROP)
                .flatMap(folder -> Manifests.in(folder).stream())
                .flatMap(manifest -> KnownFields.unknown(manifest).stream().map(path -> manifest + ": " + path))
                .toList();

        assertEquals(List.of(), unknown);
    }

    @Test
    @DisplayName("一个拼错的字段会被发现")
    void aMisspeltFieldIsFound() {
        var misspelt = new Manifest(
                Path.of("x.yaml"),
                Map.of("kind", "Service", "metadata", Map.of("name", "x"), "spec", Map.of("selectors", "y")));

        assertEquals(List.of("spec.selectors"), KnownFields.unknown(misspelt));
    }

    @Test
    @DisplayName("四个程序各有部署、服务和中断预算，且都在 kustomization 里")
    void everyProgramIsDeployed() throws IOException {
        for (var kind : List.of("Deployment", "Service", "PodDisruptionBudget")) {
            assertEquals(PROGRAMS, names(kind), kind);
        }
        var listed = new TreeSet<>(Manifests.in(Path.of("base")).stream()
                .filter(manifest -> manifest.kind().equals("Kustomization"))
                .flatMap(manifest -> ((List<?>) manifest.content().get("resources")).stream())
                .map(Object::toString)
                .toList());
        try (var files = Files.list(Path.of("base"))) {
            var present = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("kustomization.yaml"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(present, listed);
        }
    }

    @Test
    @DisplayName("端口与程序的默认端口一致，探针在管理端口")
    void portsAreThoseOfThePrograms() throws IOException {
        for (var deployment : deployments()) {
            var container = container(deployment);
            var ports = list(container.get("ports")).stream()
                    .collect(Collectors.toMap(port -> port.get("name"), port -> port.get("containerPort")));
            var properties =
                    Files.readString(Path.of("..", deployment.name(), "src/main/resources/application.properties"));

            assertTrue(
                    properties.contains("quarkus.http.port=${JUMIN_HTTP_PORT:" + ports.get("http") + "}"),
                    deployment + " http port");
            assertTrue(
                    properties.contains(
                            "quarkus.management.port=${JUMIN_MANAGEMENT_PORT:" + ports.get("management") + "}"),
                    deployment + " management port");
            for (var probe : Map.of("startupProbe", "started", "livenessProbe", "live", "readinessProbe", "ready")
                    .entrySet()) {
                var get = map(map(container.get(probe.getKey())).get("httpGet"));
                assertEquals("/q/health/" + probe.getValue(), get.get("path"));
                assertEquals("management", get.get("port"));
            }
        }
    }

    @Test
    @DisplayName("选择器、标签和服务名一致；配置里的地址指向真有的服务和端口")
    void namesFitTogether() {
        var services = Manifests.base().stream()
                .filter(manifest -> manifest.kind().equals("Service"))
                .collect(Collectors.toMap(
                        Manifest::name,
                        service ->
                                list(service.at("spec").get("ports")).getFirst().get("port")));
        for (var deployment : deployments()) {
            var label = Map.of("app.kubernetes.io/name", deployment.name());
            assertEquals(label, deployment.at("spec", "selector").get("matchLabels"));
            assertTrue(deployment
                    .at("spec", "template", "metadata", "labels")
                    .entrySet()
                    .containsAll(label.entrySet()));
        }
        var config = config();
        for (var program : List.of("enrollment", "contribution", "claims")) {
            var service = program + "-service";
            assertEquals(
                    "http://" + service + ":" + services.get(service),
                    config.get("JUMIN_" + program.toUpperCase(java.util.Locale.ROOT) + "_URL"));
        }
    }

    @Test
    @DisplayName("容器不以 root 运行，根文件系统只读，没有提权；没有写死的密码")
    void containersAreConfined() throws IOException {
        for (var deployment : deployments()) {
            assertEquals(
                    true,
                    deployment.at("spec", "template", "spec", "securityContext").get("runAsNonRoot"));
            var confined = map(container(deployment).get("securityContext"));
            assertEquals(false, confined.get("allowPrivilegeEscalation"));
            assertEquals(true, confined.get("readOnlyRootFilesystem"));
            assertEquals(Map.of("drop", List.of("ALL")), confined.get("capabilities"));
        }
        assertTrue(config().keySet().stream().noneMatch(key -> key.matches(".*(PASSWORD|SECRET|_KEY).*")));
        assertTrue(
                Manifests.base().stream().noneMatch(manifest -> manifest.kind().equals("Secret")));
    }

    @Test
    @DisplayName("默认拒绝一切网络；谁可以找谁写明了，端口是对方的服务端口")
    void networkIsClosedByDefault() {
        var policies = Manifests.base().stream()
                .filter(manifest -> manifest.kind().equals("NetworkPolicy"))
                .collect(Collectors.toMap(Manifest::name, manifest -> manifest));
        assertEquals(Map.of(), policies.get("default-deny").at("spec", "podSelector"));
        assertTrue(policies.keySet().containsAll(PROGRAMS));
        for (var caller : PROGRAMS) {
            for (var rule : list(policies.get(caller).at("spec").get("egress"))) {
                var target = map(map(list(rule.get("to")).getFirst().get("podSelector"))
                                .get("matchLabels"))
                        .get("app.kubernetes.io/name");
                if (PROGRAMS.contains(target)) {
                    assertTrue(
                            admits(
                                    policies.get(target),
                                    caller,
                                    list(rule.get("ports")).getFirst().get("port")),
                            caller + " -> " + target);
                }
            }
        }
    }

    @Test
    @DisplayName("每个程序读谁的变更流，就可以找谁")
    void everyFeedThatIsReadIsReachable() throws IOException {
        var source = Pattern.compile("public String source\\(\\) \\{\\s+return \"(\\w+)\";");
        var edges = new TreeSet<String>();
        for (var reader : PROGRAMS) {
            var code = Path.of("..", reader, "src/main/java");
            try (var files = Files.walk(code)) {
                for (var file : files.filter(path -> path.toString().endsWith("Feed.java"))
                        .toList()) {
                    var text = Files.readString(file);
                    var found = source.matcher(text);
                    if (text.contains("implements FeedSubscription")) {
                        assertTrue(found.find() && found.group(1) != null, file + " names its source");
                        edges.add(reader + " -> " + found.group(1) + "-service");
                    }
                }
            }
        }
        assertTrue(edges.contains("contribution-service -> claims-service"), edges::toString);
        var open = new TreeSet<String>();
        Manifests.base().stream()
                .filter(manifest -> manifest.kind().equals("NetworkPolicy") && PROGRAMS.contains(manifest.name()))
                .forEach(policy -> list(policy.at("spec").get("egress"))
                        .forEach(rule -> open.add(policy.name() + " -> "
                                + map(map(list(rule.get("to")).getFirst().get("podSelector"))
                                                .get("matchLabels"))
                                        .get("app.kubernetes.io/name"))));
        edges.removeAll(open);
        assertEquals(new TreeSet<>(), edges);
    }

    @Test
    @DisplayName("演示开关只在 dev 打开，基础配置里关闭")
    void demoSwitchesAreOffInTheBase() throws IOException {
        assertEquals("false", config().get("JUMIN_CLOCK_MOVABLE"));
        assertEquals("false", config().get("JUMIN_LAW_PLACEHOLDERS"));
        var dev = Files.readString(Path.of("overlays/dev/kustomization.yaml"));
        assertTrue(dev.contains("/data/JUMIN_CLOCK_MOVABLE") && dev.contains("/data/JUMIN_LAW_PLACEHOLDERS"));
    }

    @Test
    @DisplayName("税务文件投递目录：一个各副本共享的卷，装在程序所看的目录，改的是真有的部署和容器")
    void theDropFolderIsOneSharedVolume() throws IOException {
        var parts = Manifests.in(FILE_DROP).stream().collect(Collectors.toMap(Manifest::kind, part -> part));
        var claim = parts.get("PersistentVolumeClaim");
        assertEquals(List.of("ReadWriteMany"), claim.at("spec").get("accessModes"));
        var patch = parts.get("Deployment");
        var patched = deployments().stream()
                .filter(deployment -> deployment.name().equals(patch.name()))
                .findFirst()
                .orElseThrow();
        assertEquals(container(patched).get("name"), container(patch).get("name"));
        var volume = list(patch.at("spec", "template", "spec").get("volumes")).getFirst();
        assertEquals(claim.name(), map(volume.get("persistentVolumeClaim")).get("claimName"));
        var mount = list(container(patch).get("volumeMounts")).getFirst();
        assertEquals(volume.get("name"), mount.get("name"));
        var setting = list(container(patch).get("env")).getFirst();
        assertEquals(mount.get("mountPath"), setting.get("value"));
        var watcher = Files.readString(
                Path.of("..", patch.name(), "src/main/java/jumin/contribution/filedrop/WatchFolders.java"));
        var key = watcher.replaceAll("(?s).*name = \"([a-z.-]+folder)\".*", "$1");
        assertEquals(key.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_"), setting.get("name"));
        assertEquals(
                List.of("claim.yaml", "contribution-service.yaml"),
                Stream.concat(
                                strings(parts.get("Component").content().get("resources")),
                                list(parts.get("Component").content().get("patches")).stream()
                                        .map(one -> one.get("path").toString()))
                        .toList());
    }

    private static Stream<String> strings(Object list) {
        return ((List<?>) list).stream().map(Object::toString);
    }

    private static boolean admits(Manifest policy, String caller, Object port) {
        return list(policy.at("spec").get("ingress")).stream()
                .filter(rule -> list(rule.get("ports")).getFirst().get("port").equals(port))
                .filter(rule -> rule.containsKey("from"))
                .flatMap(rule -> list(rule.get("from")).stream())
                .filter(from -> from.containsKey("podSelector"))
                .anyMatch(from ->
                        map(map(from.get("podSelector")).get("matchLabels")).containsValue(caller));
    }

    private static Map<String, Object> config() {
        return Manifests.base().stream()
                .filter(manifest -> manifest.kind().equals("ConfigMap"))
                .findFirst()
                .orElseThrow()
                .at("data");
    }

    private static List<Manifest> deployments() {
        return Manifests.base().stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .toList();
    }

    private static Map<String, Object> container(Manifest deployment) {
        return list(deployment.at("spec", "template", "spec").get("containers")).getFirst();
    }

    private static List<String> names(String kind) {
        return new ArrayList<>(new TreeSet<>(Manifests.base().stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .map(Manifest::name)
                .toList()));
    }
}
