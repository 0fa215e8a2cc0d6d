-- Who looked at a person, or changed it: asked by subject, in the order of the trail.
CREATE INDEX audit_event_by_subject ON audit_event (subject, id);
