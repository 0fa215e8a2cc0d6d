package jumin.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of the Kubernetes objects that we use, by kind. A misspelt field is silently ignored by a server that does
 * not validate, and no client here can ask one: so each field must be known. A dot steps in, {@code []} into a list,
 * {@code *} stands for any key of a map.
 */
final class KnownFields {

    private static final String META = "metadata.name metadata.labels.* metadata.namespace ";
    private static final String POD = "spec.template.metadata.labels.* spec.template.metadata.annotations.* ";
    private static final String CONTAINER = "spec.template.spec.containers[].";

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "Deployment",
            words(META + POD + """
                    apiVersion kind spec.replicas spec.revisionHistoryLimit spec.strategy.type
                    spec.strategy.rollingUpdate.maxUnavailable spec.strategy.rollingUpdate.maxSurge spec.selector.matchLabels.*
                    spec.template.spec.automountServiceAccountToken spec.template.spec.terminationGracePeriodSeconds
                    spec.template.spec.securityContext.runAsNonRoot spec.template.spec.securityContext.runAsUser
                    spec.template.spec.securityContext.runAsGroup spec.template.spec.securityContext.fsGroup
                    spec.template.spec.securityContext.seccompProfile.type
                    spec.template.spec.topologySpreadConstraints[].maxSkew
                    spec.template.spec.topologySpreadConstraints[].topologyKey
                    spec.template.spec.topologySpreadConstraints[].whenUnsatisfiable
                    spec.template.spec.topologySpreadConstraints[].labelSelector.matchLabels.*
                    spec.template.spec.volumes[].name spec.template.spec.volumes[].emptyDir.sizeLimit
                    spec.template.spec.volumes[].persistentVolumeClaim.claimName
                    """ + container("""
                            name image imagePullPolicy ports[].name ports[].containerPort env[].name env[].value
                            envFrom[].configMapRef.name envFrom[].secretRef.name
                            startupProbe.httpGet.path startupProbe.httpGet.port startupProbe.periodSeconds startupProbe.failureThreshold
                            livenessProbe.httpGet.path livenessProbe.httpGet.port livenessProbe.periodSeconds livenessProbe.failureThreshold
                            readinessProbe.httpGet.path readinessProbe.httpGet.port readinessProbe.periodSeconds
                            readinessProbe.failureThreshold lifecycle.preStop.sleep.seconds
                            resources.requests.cpu resources.requests.memory resources.limits.memory
                            securityContext.allowPrivilegeEscalation securityContext.readOnlyRootFilesystem
                            securityContext.capabilities.drop[] volumeMounts[].name volumeMounts[].mountPath
                            """)),
            "Service",
            words(META + "apiVersion kind spec.selector.* spec.ports[].name spec.ports[].port spec.ports[].targetPort"),
            "PodDisruptionBudget",
            words(META + "apiVersion kind spec.minAvailable spec.selector.matchLabels.*"),
            "PersistentVolumeClaim",
            words(META + "apiVersion kind spec.accessModes[] spec.resources.requests.storage"),
            "Component",
            words("apiVersion kind resources[] patches[].path"),
            "ConfigMap",
            words(META + "apiVersion kind data.*"),
            "Namespace",
            words(META + "apiVersion kind"),
            "NetworkPolicy",
            words(META + """
                            apiVersion kind spec.podSelector spec.podSelector.matchLabels.* spec.policyTypes[]
                            spec.ingress[].from[].podSelector.matchLabels.* spec.ingress[].from[].namespaceSelector.matchLabels.*
                            spec.ingress[].ports[].protocol spec.ingress[].ports[].port
                            spec.egress[].to[].podSelector.matchLabels.* spec.egress[].ports[].protocol spec.egress[].ports[].port
                            """),
            "Kustomization",
            words("""
                    apiVersion kind namespace resources[] replicas[].name replicas[].count
                    patches[].target.kind patches[].target.name patches[].patch
                    """));

    private KnownFields() {}

    /** Paths in the manifest that no known field of its kind has. */
    static List<String> unknown(Manifests.Manifest manifest) {
        var known = FIELDS.get(manifest.kind());
        if (known == null) {
            return List.of("kind " + manifest.kind());
        }
        var paths = new ArrayList<String>();
        leaves("", manifest.content(), paths);
        return paths.stream().distinct().filter(path -> !known(known, path)).toList();
    }

    private static boolean known(Set<String> known, String path) {
        return known.contains(path)
                || known.stream()
                        .filter(field -> field.endsWith(".*"))
                        .map(field -> field.substring(0, field.length() - 1))
                        .anyMatch(path::startsWith);
    }

    private static void leaves(String at, Object node, List<String> paths) {
        switch (node) {
            case Map<?, ?> map
            when !map.isEmpty() ->
                map.forEach((key, value) -> leaves(at.isEmpty() ? "" + key : at + "." + key, value, paths));
            case List<?> list -> list.forEach(value -> leaves(at + "[]", value, paths));
            default -> paths.add(at);
        }
    }

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    private static String container(String fields) {
        return words(fields).stream().map(field -> CONTAINER + field).collect(Collectors.joining(" "));
    }
}
