-- 行政区划: city, county, township, village; the path ends with '/' and nests by prefix. No personal data.
CREATE TABLE division (
    code   text COLLATE "C" PRIMARY KEY,
    parent text COLLATE "C" REFERENCES division (code),
    name   text NOT NULL,
    level  text NOT NULL CHECK (level IN ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    path   text COLLATE "C" NOT NULL,
    CONSTRAINT division_path_ends_with_its_code CHECK (path LIKE '%/' OR path = code || '/'),
    CONSTRAINT one_division_per_path UNIQUE (path)
);
GRANT SELECT, INSERT, UPDATE (name) ON division TO ${app};
