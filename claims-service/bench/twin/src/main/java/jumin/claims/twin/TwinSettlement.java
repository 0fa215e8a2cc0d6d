package jumin.claims.twin;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** 结算, with its parts as rows of their own. */
@Entity
class TwinSettlement extends TwinRow {

    String number;
    String provider;
    String messageId;
    UUID personId;
    int benefitYear;
    String outcome;
    long totalFen;
    long poolFen;
    long criticalIllnessFen;
    long medicalAssistanceFen;
    long thirdPartyFen;
    long personFen;
    String lawRelease;
    String facts;
    OffsetDateTime recordedAt;

    @OneToMany(mappedBy = "settlement", cascade = CascadeType.PERSIST)
    List<TwinItem> items = new ArrayList<>();

    @OneToMany(mappedBy = "settlement", cascade = CascadeType.PERSIST)
    List<TwinLine> lines = new ArrayList<>();

    @OneToMany(mappedBy = "settlement", cascade = CascadeType.PERSIST)
    List<TwinEntry> entries = new ArrayList<>();

    @OneToMany(mappedBy = "settlement", cascade = CascadeType.PERSIST)
    List<TwinPosting> postings = new ArrayList<>();
}
