package jumin.claims.catalogueimport;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 目录导入 */
@Path("catalogue-imports")
@RunOnVirtualThread
@RolesAllowed({Roles.POLICY, Roles.COUNTY_REVIEWER, Roles.SYSTEM_ADMIN})
@Tag(name = "catalogue")
public class CatalogueImportResource {

    private final CatalogueImports imports;
    private final Once once;

    CatalogueImportResource(CatalogueImports imports, Once once) {
        this.imports = imports;
        this.once = once;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "importCatalogue",
            summary = "导入医保目录文件",
            description = "xlsx 或 csv（UTF-8、GB18030），第一行为列名。在后台分批入库，有误的行写明原因，不影响其他行；同一文件只导入一次。")
    @APIResponse(
            responseCode = "202",
            description = "已接收，正在入库",
            content = @Content(schema = @Schema(implementation = CatalogueImportView.class)))
    public Response load(
            @RestHeader(Once.HEADER) String key,
            @RestForm("file") FileUpload file,
            @RestForm @NotNull @Pattern(regexp = "\\d{6}", message = "统筹区代码为六位数字") String area) {
        if (file == null) {
            throw ProblemException.field(
                    ClaimsProblem.CATALOGUE_FILE_UNREADABLE, "/file", "没有名为 file 的文件", "请选择 xlsx 或 csv 文件后上传");
        }
        var hash = hash(file);
        return once.answer("catalogue-import", key, Map.of("area", area, "hash", hash), () -> {
            var view = imports.load(area, file.fileName(), hash, file.uploadedFile());
            return Once.Answer.accepted(view, "/api/claims/v1/catalogue-imports/" + view.id());
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readCatalogueImport", summary = "查看目录导入与未入库的行")
    public CatalogueImportView read(UUID id) {
        return imports.view(id);
    }

    private static String hash(FileUpload file) {
        try (var content = Files.newInputStream(file.uploadedFile())) {
            var digest = MessageDigest.getInstance("SHA-256");
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
